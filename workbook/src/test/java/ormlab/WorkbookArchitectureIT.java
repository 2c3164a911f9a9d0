package ormlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "ormlab", importOptions = WorkbookArchitectureIT.OfTheWorkbook.class)
class WorkbookArchitectureIT {
    /** Excludes the library's classes, which are also on the class path. */
    static class OfTheWorkbook implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return location.contains("/workbook/target/classes/");
        }
    }

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("ormlab.(**)").should().beFreeOfCycles();

    /** A package in two jars breaks class loaders, module paths and the library's rules. */
    @ArchTest
    static final ArchRule no_package_is_also_in_the_library =
            classes().should().resideInAnyPackage("ormlab.grade..", "ormlab.notebook..");

    @ArchTest
    static final ArchRule only_the_notebook_package_depends_on_a_kernel =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("ormlab.notebook..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.dflib.jjava..", "ormlab.host..");

    @ArchTest
    static final ArchRule only_the_grader_depends_on_junit =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("ormlab.grade..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.junit..", "org.opentest4j..");

    @ArchTest
    static final ArchRule the_grader_does_not_depend_on_the_notebook =
            noClasses()
                    .that()
                    .resideInAPackage("ormlab.grade..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ormlab.notebook..");

    @ArchTest static final ArchRule errors_have_names = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule the_projects_errors_extend_OrmlabException =
            classes()
                    .that()
                    .areAssignableTo(RuntimeException.class)
                    .should()
                    .beAssignableTo(ormlab.error.OrmlabException.class)
                    .orShould() // "to do" is not an error: JUnit counts it as aborted, even in an
                    // editor
                    .beAssignableTo(org.opentest4j.TestAbortedException.class);
}

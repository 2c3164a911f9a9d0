package ormlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "ormlab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("ormlab.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_depends_on_the_root =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("ormlab", "ormlab.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ormlab");

    @ArchTest
    static final ArchRule the_kernel_is_known_in_one_place =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("ormlab.notebook..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.dflib.jjava..");

    @ArchTest
    static final ArchRule junit_is_known_to_the_grader_alone =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("ormlab.grade..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.junit..");

    /** A library does not print; these three talk to a person. */
    @ArchTest
    static final ArchRule nothing_prints =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("ormlab.notebook..", "ormlab.grade..", "ormlab.cli..")
                    .should(ACCESS_STANDARD_STREAMS);

    @ArchTest static final ArchRule errors_have_names = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule own_errors_are_one_family =
            classes()
                    .that()
                    .areAssignableTo(RuntimeException.class)
                    .and()
                    .resideInAPackage("ormlab..")
                    .should()
                    .beAssignableTo(ormlab.error.OrmlabException.class)
                    .orShould()
                    .beAssignableTo(org.hibernate.HibernateException.class)
                    .orShould() // "to do" is no error: JUnit counts it as aborted, also in an
                    // editor
                    .beAssignableTo(org.opentest4j.TestAbortedException.class);
}

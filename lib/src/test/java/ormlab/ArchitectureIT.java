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
class ArchitectureIT {
    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("ormlab.(**)").should().beFreeOfCycles();

    /** Each difference between databases is a method of the interface Engine. */
    @ArchTest
    static final ArchRule engines_are_used_only_through_their_interface =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("ormlab..sqlite..", "ormlab..postgres..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("ormlab.dialect.sqlite..", "ormlab.dialect.postgres..");

    @ArchTest
    static final ArchRule nothing_depends_on_the_root =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("ormlab", "ormlab.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ormlab");

    /**
     * A new package should be a conscious decision; one for notebooks or grading belongs in the
     * workbook.
     */
    @ArchTest
    static final ArchRule the_library_has_these_packages =
            classes()
                    .should()
                    .resideInAnyPackage(
                            "ormlab",
                            "ormlab.cli..",
                            "ormlab.config..",
                            "ormlab.dialect..",
                            "ormlab.error..",
                            "ormlab.host..",
                            "ormlab.internal..",
                            "ormlab.mapping..",
                            "ormlab.migrate..",
                            "ormlab.naming..",
                            "ormlab.picture..",
                            "ormlab.query..",
                            "ormlab.relationship..",
                            "ormlab.schema..",
                            "ormlab.session..",
                            "ormlab.trace..");

    @ArchTest
    static final ArchRule the_library_does_not_depend_on_the_workbook_a_kernel_or_junit =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "ormlab.grade..",
                            "ormlab.notebook..",
                            "org.dflib.jjava..",
                            "org.junit..",
                            "org.opentest4j..");

    /** Only these packages treat a host's errors, threads and interrupts differently. */
    @ArchTest
    static final ArchRule only_errors_sessions_and_connections_depend_on_the_host =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "ormlab.host..",
                            "ormlab.error..",
                            "ormlab.session..",
                            "ormlab.config..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("ormlab.host..");

    /** A library does not print; only the command line does. */
    @ArchTest
    static final ArchRule nothing_prints =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("ormlab.cli..")
                    .should(ACCESS_STANDARD_STREAMS);

    @ArchTest static final ArchRule errors_have_names = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule the_projects_errors_extend_OrmlabException =
            classes()
                    .that()
                    .areAssignableTo(RuntimeException.class)
                    .and()
                    .resideInAPackage("ormlab..")
                    .should()
                    .beAssignableTo(ormlab.error.OrmlabException.class)
                    .orShould()
                    .beAssignableTo(org.hibernate.HibernateException.class);
}

package ormlab.cli;

import picocli.CommandLine.IVersionProvider;

/** Returns the version of the jar. */
final class Version implements IVersionProvider {
    Version() {}

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"ormlab " + (version == null ? "from sources" : version)};
    }
}

package ormlab.host;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The hosts on the library's own class path; a kernel loads both from the same class path. */
final class InstalledHosts {
    private static final List<Host> ALL =
            ServiceLoader.load(Host.class, Host.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private InstalledHosts() {}

    static Optional<Host> current() {
        for (Host host : ALL) {
            if (host.isCurrent()) {
                return Optional.of(host);
            }
        }
        return Optional.empty();
    }
}

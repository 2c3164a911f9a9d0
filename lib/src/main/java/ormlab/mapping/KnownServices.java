package ormlab.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.boot.registry.classloading.spi.ClassLoadingException;

/**
 * Finds classes with one loader, and services with the library's own loader, which is searched once
 * for each kind of service. Services are created each time, because some have state.
 */
final class KnownServices extends ClassLoaderServiceImpl {
    private static final long serialVersionUID = 1L;
    private static final Map<Class<?>, List<? extends Class<?>>> FOUND = new ConcurrentHashMap<>();

    private final transient ClassLoader loader;
    private final transient Map<Class<?>, Collection<?>> made = new ConcurrentHashMap<>();

    KnownServices(ClassLoader loader) {
        super(loader);
        this.loader = loader;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Class<T> classForName(String className) {
        try {
            return (Class<T>) Class.forName(className, true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassLoadingException("Unable to load class [" + className + "]", e);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> Collection<S> loadJavaServices(Class<S> contract) {
        return (Collection<S>) made.computeIfAbsent(contract, KnownServices::make);
    }

    private static Collection<?> make(Class<?> contract) {
        List<Object> services = new ArrayList<>();
        for (Class<?> provider : FOUND.computeIfAbsent(contract, KnownServices::find)) {
            try {
                services.add(provider.getConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new ClassLoadingException("Unable to make service " + provider.getName(), e);
            }
        }
        return services;
    }

    private static List<? extends Class<?>> find(Class<?> contract) {
        return ServiceLoader.load(contract, KnownServices.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::type)
                .toList();
    }

    @Override
    public void stop() {
        made.clear();
        super.stop();
    }
}

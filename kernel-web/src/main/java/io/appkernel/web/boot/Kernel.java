package io.appkernel.web.boot;

final class Kernel {
    private Kernel() {}

    static <T> T load(String name, Class<T> type, ClassLoader loader) {
        try {
            return type.cast(
                    Class.forName(name, true, loader).getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "App Kernel's " + name + " is not visible from this WAR: put kernel-ejb beside it in the EAR,"
                            + " or in WEB-INF/lib",
                    e);
        }
    }
}

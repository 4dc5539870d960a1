package io.appkernel.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A static field is a constant: state lives in beans, which end with the deployment. */
final class StaticRules {
    private static final Set<String> MUTABLE = Set.of(
            "java.lang.StringBuilder",
            "java.lang.ThreadLocal",
            "java.text.Format",
            "java.util.BitSet",
            "java.util.Calendar",
            "java.util.Date",
            "java.util.concurrent.Executor",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicReference",
            "java.util.concurrent.atomic.LongAdder",
            "java.util.concurrent.locks.Lock",
            "java.util.concurrent.locks.ReadWriteLock");

    private StaticRules() {}

    static Map<String, Rule> rules() {
        return Map.of(
                "static fields are final",
                house -> fields(house)
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .map(field -> field.getFullName() + " changes: make it final, or a field of a bean")
                        .toList(),
                "static fields hold nothing that changes",
                house -> Stream.concat(
                                fields(house).filter(StaticRules::holdsMutable).map(StaticRules::message),
                                house.classes().stream().flatMap(StaticRules::madeCollections))
                        .toList());
    }

    private static Stream<JavaField> fields(House house) {
        return house.classes().stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static String message(JavaField field) {
        return field.getFullName() + " holds a " + field.getRawType().getSimpleName()
                + ", which changes: use an immutable" + " type, or a field of a bean";
    }

    private static boolean holdsMutable(JavaField field) {
        JavaClass type = field.getRawType();
        boolean sharedArray = type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
        return sharedArray || isCollectionClass(type) || MUTABLE.stream().anyMatch(type::isAssignableTo);
    }

    private static boolean isCollectionClass(JavaClass type) {
        return !type.isInterface()
                && (type.isAssignableTo("java.util.Collection") || type.isAssignableTo("java.util.Map"));
    }

    /** Behind a field of type List or Map the initializer tells; {@code List.of} and its kin make nothing here. */
    private static Stream<String> madeCollections(JavaClass type) {
        return type.getStaticInitializer().stream()
                .flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
                .filter(call -> isCollectionClass(call.getTargetOwner()))
                .map(JavaConstructorCall::getDescription)
                .map(call -> call + ": use List.of, Map.of, copyOf or toList, or a field of a bean");
    }
}

package io.appkernel.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** An app's archive with many entity classes, made for the occasion. */
final class ManyEntities {
    /** A bean, for an archive without one is not looked at. */
    static final String BEAN = "io.appkernel.bench.many.Anchor";

    private static final String ANCHOR = """
            package io.appkernel.bench.many;
            @jakarta.enterprise.context.Dependent public class Anchor {}
            """;

    private static final String ENTITY = """
            package io.appkernel.bench.many;
            import io.appkernel.entities.*;
            import jakarta.persistence.*;
            @Entity @Table(name = "many_#")
            public class Many# extends KernelEntity {
                @Column(nullable = false, length = 80) String name;
                @Field(defaultValue = "0", check = "[unit_price] >= 0") int unitPrice;
                @Field(index = true) String customer;
                @Column(unique = true) String code;
                @Column(precision = 12, scale = 2) java.math.BigDecimal amount;
                java.time.Instant due;
                java.time.LocalDate day;
                java.util.UUID reference;
                boolean open;
                @Lob String note;
            }
            """;

    private ManyEntities() {}

    /** Answers the directory of the classes. */
    static Path compiled(int count) throws IOException {
        Path directory = Files.createTempDirectory("appkernel-many-");
        List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", directory.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        arguments.add(source(directory, "Anchor", ANCHOR));
        for (int i = 1; i <= count; i++) {
            arguments.add(source(directory, "Many" + i, ENTITY.replace("#", Integer.toString(i))));
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The entity classes of the benchmark do not compile");
        }
        return directory;
    }

    private static String source(Path directory, String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name + ".java"), text).toString();
    }
}

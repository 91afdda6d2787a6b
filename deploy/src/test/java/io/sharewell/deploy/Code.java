package io.sharewell.deploy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the deployment must fit: the services as they are compiled. */
final class Code {

    static final List<String> SERVICES =
            List.of("account-discovery", "credential-broker", "region-scanner", "share-writer");

    /** The folder of docker-compose.yml. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern CLIENT =
            Pattern.compile("software\\.amazon\\.awssdk\\.services\\.(\\w+)\\.\\w+Client");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.sharewell");

    private Code() {}

    /** The interfaces of all settings. */
    static List<Class<?>> settings() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    /** The classes of a service. */
    static Stream<JavaClass> classesOf(String service) {
        String packageName = "io.sharewell." + service.replaceFirst(".*-", "");
        return CLASSES.stream().filter(type -> (type.getPackageName() + ".").startsWith(packageName + "."));
    }

    /** What a package and those below call at AWS, as IAM names it, such as {@code sts:AssumeRole}. */
    static Set<String> awsActions(String packageName) {
        return CLASSES.stream()
                .filter(type -> (type.getPackageName() + ".").startsWith(packageName + "."))
                .flatMap(type -> Stream.<JavaCodeUnitAccess<? extends CodeUnitAccessTarget>>concat(
                        type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream()))
                .flatMap(access -> action(access.getTarget()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> action(CodeUnitAccessTarget called) {
        Matcher client = CLIENT.matcher(called.getOwner().getFullName());
        String result = called.getRawReturnType().getPackageName();
        // Calls of the service give what its model has, or pages of it; all else is about the client itself
        if (!client.matches() || !(result.endsWith(".model") || result.endsWith(".paginators"))) {
            return Optional.empty();
        }
        String method = called.getName().replaceFirst("Paginator$", "");
        return Optional.of(client.group(1) + ":" + Character.toUpperCase(method.charAt(0)) + method.substring(1));
    }
}

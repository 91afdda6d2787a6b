package io.sharewell.app;

import io.quarkus.runtime.Quarkus;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * The four services in this JVM until they are told to end, on a broker that runs already. What they are told comes from
 * the environment, as if each stood alone. Hidden: it is there for the benchmark, which counts the broker apart.
 */
@Command(name = "services", hidden = true, description = "The four services in one JVM, on a broker that runs already.")
final class ServicesCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        return OneJvm.run(Map.of(), _ -> {
            Quarkus.waitForExit();
            return 0;
        });
    }
}

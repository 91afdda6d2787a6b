package io.sharewell.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The bare loop, in the process of its own that the sweep command starts for it; each pass is a line of JSON. */
@Command(name = "bare-loop", hidden = true)
final class BareLoopCommand implements Callable<Integer> {

    @Option(names = "--endpoint-url", required = true)
    private URI endpoint;

    @Option(names = "--concurrency", required = true)
    private int concurrency;

    @Option(names = "--passes", required = true)
    private int passes;

    @Option(names = "--most-accounts", defaultValue = "" + Integer.MAX_VALUE)
    private int mostAccounts;

    @Option(names = "--http-client", defaultValue = "APACHE")
    private BareClients.HttpKind http;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        try (BareClients clients = new BareClients(http, endpoint, concurrency)) {
            for (int pass = 0; pass < passes; pass++) {
                spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(pass(clients)));
                spec.commandLine().getOut().flush();
            }
        }
        return 0;
    }

    private BarePass pass(BareClients clients) {
        long pid = ProcessHandle.current().pid();
        BareLoop loop = new BareLoop(clients, concurrency, mostAccounts);
        double cpu = Spent.by(pid).cpuSeconds();
        long begin = System.nanoTime();
        loop.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new BarePass(seconds, loop.calls(), loop.units(), Spent.by(pid).cpuSeconds() - cpu);
    }
}

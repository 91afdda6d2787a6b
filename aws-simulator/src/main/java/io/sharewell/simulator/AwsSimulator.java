package io.sharewell.simulator;

import io.sharewell.simulator.admin.AdminFront;
import io.sharewell.simulator.cloud.ExampleUsers;
import io.sharewell.simulator.server.AwsFront;
import io.sharewell.simulator.server.Simulation;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A running simulator. */
public final class AwsSimulator implements AutoCloseable {

    /** AWS's documented example key, which belongs to an IAM user of the automation account. */
    public static final String ACCESS_KEY_ID = ExampleUsers.ACCESS_KEY_ID;

    /** The secret to {@link #ACCESS_KEY_ID}; no secret at all, for it stands in AWS's documentation. */
    public static final String SECRET_ACCESS_KEY = ExampleUsers.SECRET_ACCESS_KEY;

    /**
     * The environment in which AWS's clients are the automation account's.
     *
     * @param region the clients' own
     */
    public static Map<String, String> environment(String region) {
        return Map.of(
                "AWS_ACCESS_KEY_ID", ACCESS_KEY_ID, "AWS_SECRET_ACCESS_KEY", SECRET_ACCESS_KEY, "AWS_REGION", region);
    }

    private final Vertx vertx;
    private final String host;
    private final HttpServer aws;
    private final HttpServer admin;

    private AwsSimulator(Vertx vertx, String host, HttpServer aws, HttpServer admin) {
        this.vertx = vertx;
        this.host = host;
        this.aws = aws;
        this.admin = admin;
    }

    /**
     * Starts it and returns when both ports answer.
     *
     * @throws PortInUseException if one of the ports is taken
     * @throws io.sharewell.simulator.organization.OrganizationFileException if the organization contradicts itself
     */
    public static AwsSimulator start(SimulatorOptions options) {
        var simulation = new Simulation(options.organization(), options::applyTo, options.journalSize());
        var vertx = newVertx();
        try {
            // One context for both servers: all state belongs to its event loop.
            var context = vertx.getOrCreateContext();
            var aws = listen(vertx, context, new AwsFront(vertx, simulation), options, options.port());
            var admin = listen(vertx, context, new AdminFront(vertx, simulation), options, options.adminPort());
            return new AwsSimulator(vertx, options.host(), aws, admin);
        } catch (RuntimeException e) {
            close(vertx);
            throw e;
        }
    }

    private static Vertx newVertx() {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setBlockedThreadCheckInterval(10_000)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }

    private static HttpServer listen(
            Vertx vertx, Context context, Handler<HttpServerRequest> handler, SimulatorOptions options, int port) {
        var listening = Promise.<HttpServer>promise();
        var httpOptions = new HttpServerOptions()
                .setHost(options.host())
                .setPort(port)
                .setTcpNoDelay(true)
                // AWS speaks HTTP/1.1 without TLS; a client's offer to upgrade is passed over
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true)
                .setMaxHeaderSize(32 * 1024)
                .setMaxInitialLineLength(16 * 1024);
        context.runOnContext(_ -> vertx.createHttpServer(httpOptions)
                .requestHandler(handler)
                .listen()
                .onComplete(listening));
        try {
            return listening.future().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BindException) {
                throw new PortInUseException(options.host(), port);
            }
            throw e;
        }
    }

    /** Where AWS's services answer, all of them. */
    public URI endpoint() {
        return URI.create("http://" + host + ":" + aws.actualPort());
    }

    /** Where the admin API answers. */
    public URI adminEndpoint() {
        return URI.create("http://" + host + ":" + admin.actualPort());
    }

    @Override
    public void close() {
        close(vertx);
    }

    private static void close(Vertx vertx) {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}

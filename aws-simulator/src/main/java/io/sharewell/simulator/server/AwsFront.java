package io.sharewell.simulator.server;

import io.sharewell.simulator.protocol.HttpMessage;
import io.sharewell.simulator.protocol.Reply;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/** AWS's side towards HTTP. No thread ever waits: latency and delays are timers. */
public final class AwsFront implements Handler<HttpServerRequest> {

    private final Vertx vertx;
    private final Simulation simulation;
    private final Pipeline pipeline;
    private final HttpDate date = new HttpDate();

    public AwsFront(Vertx vertx, Simulation simulation) {
        this.vertx = vertx;
        this.simulation = simulation;
        this.pipeline = new Pipeline(simulation);
    }

    @Override
    public void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var query = request.query();
            var message = new HttpMessage(
                    request.method().name(),
                    request.path(),
                    query == null ? "" : query,
                    request.headers(),
                    body.getBytes());
            var outcome = pipeline.process(message);
            after(simulation.world().file().latency().plus(outcome.delay()), () -> finish(request, outcome));
        });
    }

    private void after(Duration delay, Runnable action) {
        if (delay.toMillis() > 0) {
            vertx.setTimer(delay.toMillis(), _ -> action.run());
        } else {
            action.run();
        }
    }

    private void finish(HttpServerRequest request, Outcome outcome) {
        var response = request.response();
        if (response.closed()) {
            return;
        }
        switch (outcome.ending()) {
            case ANSWER -> {
                start(request, outcome.reply());
                response.end(Buffer.buffer(outcome.reply().body()));
            }
            case TRUNCATE -> {
                var body = outcome.reply().body();
                start(request, outcome.reply());
                response.putHeader("Content-Length", String.valueOf(body.length));
                response.write(Buffer.buffer(body).slice(0, body.length / 2))
                        .onComplete(_ -> request.connection().close());
            }
            case DROP -> request.connection().close();
            case HANG -> {}
        }
    }

    private void start(HttpServerRequest request, Reply reply) {
        var response = request.response().setStatusCode(reply.status()).putHeader("Date", date.now());
        reply.headers().forEach(response::putHeader);
    }
}

package io.sharewell.simulator.server;

import io.sharewell.simulator.protocol.HttpMessage;
import io.sharewell.simulator.protocol.Reply;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** AWS's side towards HTTP. No thread ever waits: latency and delays are timers. */
public final class AwsFront implements Handler<HttpServerRequest> {

    /** AWS publishes no figure; none of these operations needs a hundredth of it. */
    private static final int LARGEST_BODY = 1 << 20;

    private final Vertx vertx;
    private final Pipeline pipeline;
    private final HttpDate date = new HttpDate();

    public AwsFront(Vertx vertx, Simulation simulation) {
        this.vertx = vertx;
        this.pipeline = new Pipeline(simulation);
    }

    @Override
    public void handle(HttpServerRequest request) {
        var body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() <= LARGEST_BODY) {
                body.appendBuffer(part);
            }
        });
        request.endHandler(_ -> {
            var query = request.query();
            var message = new HttpMessage(
                    request.method().name(),
                    request.path(),
                    query == null ? "" : query,
                    request.headers(),
                    body.getBytes());
            var outcome = body.length() > LARGEST_BODY ? pipeline.refuseTooLarge(message) : pipeline.process(message);
            after(outcome.delayMillis(), () -> finish(request, outcome));
        });
    }

    private void after(long millis, Runnable action) {
        if (millis > 0) {
            vertx.setTimer(millis, _ -> action.run());
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
            case TRICKLE -> trickle(request, outcome);
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

    /** The head at once, then the body in pieces. */
    private void trickle(HttpServerRequest request, Outcome outcome) {
        var response = request.response();
        var body = Buffer.buffer(outcome.reply().body());
        start(request, outcome.reply());
        response.putHeader("Content-Length", String.valueOf(body.length()));
        var pieces = Piece.of(body.length(), outcome.overMillis());
        for (var piece : pieces) {
            after(piece.atMillis(), () -> {
                if (!response.closed()) {
                    response.write(body.slice(piece.from(), piece.to()));
                    if (piece == pieces.getLast()) {
                        response.end();
                    }
                }
            });
        }
    }

    private void start(HttpServerRequest request, Reply reply) {
        var response = request.response().setStatusCode(reply.status()).putHeader("Date", date.now());
        reply.headers().forEach(response::putHeader);
    }
}

package io.sharewell.simulator.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sharewell.simulator.organization.OrganizationFileException;
import io.sharewell.simulator.organization.TimeTexts;
import io.sharewell.simulator.server.Simulation;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;

/** The admin API's side towards HTTP. */
public final class AdminFront implements Handler<HttpServerRequest> {

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(TimeTexts.module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private static final System.Logger LOG = System.getLogger(AdminFront.class.getName());

    private final AdminApi api;
    private final Worker worker;
    private final Page page = new Page();

    public AdminFront(Vertx vertx, Simulation simulation) {
        this.api = new AdminApi(simulation);
        this.worker = new Worker(vertx);
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (!page.answer(request)) {
            request.body().onSuccess(body -> handle(request, body.toString()));
        }
    }

    private void handle(HttpServerRequest request, String body) {
        var asked = new AdminRequest(request.method().name(), request.path(), request.params(), body);
        worker.run(() -> api.handle(asked))
                .map(AdminFront::written)
                .onSuccess(it -> send(request, it))
                .onFailure(it -> send(request, problem(request, it)));
    }

    private static AdminText written(Object answer) {
        return answer instanceof AdminText text ? text : AdminText.json(answer);
    }

    private static void send(HttpServerRequest request, AdminText answer) {
        request.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", answer.contentType())
                .end(answer.text());
    }

    private static AdminText problem(HttpServerRequest request, Throwable problem) {
        return switch (problem) {
            case AdminException e -> problem(e.status(), e.getMessage());
            case OrganizationFileException e -> problem(400, e.getMessage());
            case IllegalArgumentException e -> problem(400, e.getMessage());
            case DateTimeException e -> problem(400, e.getMessage());
            case JsonProcessingException e ->
                problem(400, "The request body is not understood: " + e.getOriginalMessage());
            default -> {
                LOG.log(System.Logger.Level.ERROR, "the admin API failed on " + request.path(), problem);
                yield problem(500, "The admin API failed: " + problem);
            }
        };
    }

    private static AdminText problem(int status, String message) {
        var json = JSON.createObjectNode().put("error", message);
        return new AdminText(status, "application/json", Buffer.buffer(json.toString()));
    }
}

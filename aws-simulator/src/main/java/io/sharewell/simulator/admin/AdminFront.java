package io.sharewell.simulator.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sharewell.simulator.organization.OrganizationFileException;
import io.sharewell.simulator.organization.TimeTexts;
import io.sharewell.simulator.server.Simulation;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Map;

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
    private final Page page = new Page();

    public AdminFront(Simulation simulation) {
        this.api = new AdminApi(simulation);
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (page.answer(request)) {
            return;
        }
        request.body().onSuccess(body -> {
            var answer = answer(request, body.toString());
            request.response()
                    .setStatusCode(answer.status())
                    .putHeader("Content-Type", answer.contentType())
                    .end(Buffer.buffer(answer.body()));
        });
    }

    private record Answer(int status, String contentType, byte[] body) {}

    private Answer answer(HttpServerRequest request, String body) {
        try {
            var found = api.handle(new AdminRequest(request.method().name(), request.path(), request.params(), body));
            return found instanceof AdminText text
                    ? new Answer(200, text.contentType(), text.text().getBytes(StandardCharsets.UTF_8))
                    : new Answer(200, "application/json", JSON.writeValueAsBytes(found));
        } catch (AdminException e) {
            return problem(e.status(), e.getMessage());
        } catch (OrganizationFileException | IllegalArgumentException | DateTimeException e) {
            return problem(400, e.getMessage());
        } catch (JsonProcessingException e) {
            return problem(400, "The request body is not understood: " + e.getOriginalMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the admin API failed on " + request.path(), e);
            return problem(500, "The admin API failed: " + e);
        }
    }

    private static Answer problem(int status, String message) {
        JsonNode json = JSON.valueToTree(Map.of("error", message));
        return new Answer(status, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
    }
}

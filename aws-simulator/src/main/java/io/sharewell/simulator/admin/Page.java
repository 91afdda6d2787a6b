package io.sharewell.simulator.admin;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The page that shows the organization live: a few files, which need nothing from anywhere else. */
final class Page {

    /** Names come from organization files: should one ever get into the page as markup, it could still do nothing. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final File INDEX = File.read("index.html", "text/html; charset=utf-8");

    private final Map<String, File> files = Map.of(
            "/", INDEX,
            "/admin", INDEX,
            "/admin/", INDEX,
            "/admin/page.css", File.read("page.css", "text/css; charset=utf-8"),
            "/admin/page.js", File.read("page.js", SCRIPT),
            "/admin/dom.js", File.read("dom.js", SCRIPT),
            "/admin/tree.js", File.read("tree.js", SCRIPT),
            "/admin/panels.js", File.read("panels.js", SCRIPT));

    private record File(Buffer content, String type) {
        private static File read(String name, String type) {
            try (var in = Page.class.getResourceAsStream("page/" + name)) {
                return new File(Buffer.buffer(in.readAllBytes()), type);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Answers a request for one of the page's files; false if this is another one. */
    boolean answer(HttpServerRequest request) {
        var file = request.method() == HttpMethod.GET ? files.get(request.path()) : null;
        if (file == null) {
            return false;
        }
        request.response()
                .putHeader("Content-Type", file.type())
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-cache")
                .end(file.content());
        return true;
    }
}

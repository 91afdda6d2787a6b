package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Ids;
import io.sharewell.simulator.organization.Behaviours.EmptyPages;
import io.sharewell.simulator.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Cuts lists into pages. Now and then it gives an empty page with a token, as AWS may; which pages
 * these are depends on the seed alone, so that a run can be repeated and its calls be counted.
 */
final class Pager {

    /** One page in so many is an empty one before the real one. */
    private static final int EMPTY_ORGANIZATIONS_PAGES = 50;

    private static final int OTHER_EMPTY_PAGES = 500;

    private final long seed;
    private final EmptyPages emptyPages;
    private final PageTokens tokens;

    Pager(long seed, EmptyPages emptyPages) {
        this.seed = seed;
        this.emptyPages = emptyPages;
        this.tokens = new PageTokens(seed);
    }

    /** A list to be cut: gives at most so many items behind a position. */
    @FunctionalInterface
    interface Source<T> {
        List<Positioned<T>> after(long position, int limit);
    }

    /** An item, and the position to go on from behind it. */
    record Positioned<T>(long position, T item) {}

    /** A source over a list whose order does not change. */
    static <T> Source<T> over(List<T> items) {
        return (position, limit) -> {
            var page = new ArrayList<Positioned<T>>();
            for (long i = position; i < items.size() && page.size() < limit; i++) {
                page.add(new Positioned<>(i + 1, items.get((int) i)));
            }
            return page;
        };
    }

    /** What a list answers with: its member's name, the page size, and what a token must not be moved from. */
    record Paging(String member, int defaultSize, String scope, Supplier<RuntimeException> badToken) {}

    <T> ObjectNode page(Call call, Paging paging, Source<T> source, BiConsumer<T, ObjectNode> write) {
        var scope = call.operation().qualifiedName() + "|" + call.account().id() + "|" + call.region() + "|"
                + paging.scope();
        var from = PageTokens.Position.START;
        var token = call.text("NextToken");
        if (token != null) {
            from = tokens.read(token, scope);
            if (from == null) {
                throw paging.badToken().get();
            }
        }
        var answer = Json.object();
        var items = answer.putArray(paging.member());
        if (!from.emptyGiven() && isEmptyPage(call, scope, from.after())) {
            call.emptyPages().run();
            return answer.put("NextToken", tokens.write(new PageTokens.Position(from.after(), true), scope));
        }
        fill(items, answer, scope, source.after(from.after(), size(call, paging) + 1), size(call, paging), write);
        return answer;
    }

    private static int size(Call call, Paging paging) {
        return call.number("MaxResults", paging.defaultSize());
    }

    private <T> void fill(
            ArrayNode items,
            ObjectNode answer,
            String scope,
            List<Positioned<T>> found,
            int size,
            BiConsumer<T, ObjectNode> write) {
        for (int i = 0; i < Math.min(size, found.size()); i++) {
            write.accept(found.get(i).item(), items.addObject());
        }
        if (found.size() > size) {
            var last = found.get(size - 1).position();
            answer.put("NextToken", tokens.write(new PageTokens.Position(last, false), scope));
        }
    }

    private boolean isEmptyPage(Call call, String scope, long after) {
        return switch (emptyPages) {
            case NEVER -> false;
            case ALWAYS -> true;
            case RARELY -> {
                boolean organizations = call.operation().service().equals("organizations");
                int oneIn = organizations ? EMPTY_ORGANIZATIONS_PAGES : OTHER_EMPTY_PAGES;
                yield Long.remainderUnsigned(Ids.hash(seed ^ after, scope), oneIn) == 0;
            }
        };
    }
}

package io.sharewell.simulator.cloud;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Access keys, by id: those of users, which stay, and those of sessions, of which the oldest give way in the end. */
public final class Credentials {

    /** Beyond these, sessions that have expired are forgotten; until then they are told that they have. */
    static final int SESSIONS_KEPT = 100_000;

    /** Beyond these, the oldest are forgotten: they take nearly 1 kB each. */
    static final int SESSIONS_AT_MOST = 500_000;

    private final Map<String, Identity.User> users = new HashMap<>();
    private final LinkedHashMap<String, Identity.Session> sessions = new LinkedHashMap<>();

    public void add(Identity.User user) {
        users.put(user.accessKeyId(), user);
    }

    public void add(Identity.Session session) {
        sessions.put(session.accessKeyId(), session);
        while (sessions.size() > SESSIONS_KEPT && mayGo(sessions.firstEntry().getValue(), session.issuedAt())) {
            sessions.pollFirstEntry();
        }
    }

    private boolean mayGo(Identity.Session eldest, Instant now) {
        return sessions.size() > SESSIONS_AT_MOST || !eldest.expiresAt().isAfter(now);
    }

    /** Null if nobody has that key. */
    public Identity find(String accessKeyId) {
        var session = sessions.get(accessKeyId);
        return session != null ? session : users.get(accessKeyId);
    }

    /** Makes an account's sessions unknown; all accounts' if {@code accountId} is null. Returns how many. */
    public int revokeSessions(String accountId) {
        int before = sessions.size();
        sessions.values().removeIf(it -> accountId == null || it.account().id().equals(accountId));
        return before - sessions.size();
    }

    public Iterable<Identity.User> users() {
        return users.values();
    }
}

package io.sharewell.simulator.cloud;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Access keys, by id: those of users, which stay, and those of sessions, of which the oldest give way. */
public final class Credentials {

    private static final int SESSIONS_KEPT = 100_000;

    private final Map<String, Identity.User> users = new HashMap<>();
    private final Map<String, Identity.Session> sessions = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Identity.Session> eldest) {
            return size() > SESSIONS_KEPT;
        }
    };

    public void add(Identity.User user) {
        users.put(user.accessKeyId(), user);
    }

    public void add(Identity.Session session) {
        sessions.put(session.accessKeyId(), session);
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

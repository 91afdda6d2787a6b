package io.sharewell.broker.domain;

/** The name of a session: CloudTrail of every account tells by it which sweep made a call. */
public final class RoleSessionName {

    private static final String PREFIX = "sharewell-";
    private static final int LONGEST = 64;

    private RoleSessionName() {}

    /** A name that AWS accepts (2 to 64 of {@code [\w+=,.@-]}) for any sweep id; of a long one the end is kept. */
    public static String of(String sweepId) {
        String sweep = sweepId.replaceAll("[^A-Za-z0-9_+=,.@-]", "-");
        int room = LONGEST - PREFIX.length();
        return PREFIX + (sweep.length() <= room ? sweep : sweep.substring(sweep.length() - room));
    }
}

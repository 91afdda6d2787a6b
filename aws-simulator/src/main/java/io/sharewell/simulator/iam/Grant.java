package io.sharewell.simulator.iam;

/**
 * To whom a resource's own policy, such as a role's trust policy, gives its permission. Within one
 * account that decides which of the caller's policies must allow besides; a deny always counts.
 */
public enum Grant {
    /** To nobody, or across accounts: every kind of the caller's policies must allow. */
    NONE {
        @Override
        boolean spares(Kind kind) {
            return false;
        }
    },
    /** To the role by its ARN: its permissions boundary and the session's policies limit that too. */
    TO_ROLE {
        @Override
        boolean spares(Kind kind) {
            return kind == Kind.IDENTITY;
        }
    },
    /** To the user, to the session itself or to everybody: nothing of the caller's limits that but a deny. */
    TO_CALLER {
        @Override
        boolean spares(Kind kind) {
            return true;
        }
    };

    /** What a caller's account administrator gives or limits. */
    enum Kind {
        IDENTITY,
        BOUNDARY,
        SESSION
    }

    abstract boolean spares(Kind kind);

    /** The one that asks for less. */
    Grant or(Grant other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

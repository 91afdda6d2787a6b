package io.sharewell.broker.messaging;

import io.sharewell.events.Purpose;
import java.util.Set;

/**
 * What the stages work on, and how many records at once.
 *
 * @param purposes that accounts are opened for
 * @param accounts at least 1
 * @param renewals at least 1
 */
public record StageSettings(Set<Purpose> purposes, int accounts, int renewals) {

    public StageSettings {
        purposes = Set.copyOf(purposes);
    }
}

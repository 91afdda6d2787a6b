package io.sharewell.discovery.messaging;

import io.sharewell.discovery.domain.SweepConductor;

/** Who has a word on sweeps that an earlier life left without an end: a bean, asked before they are gone on with. */
@FunctionalInterface
public interface EarlierSweeps {

    /** @param conductor knows all that is on {@code share-results} */
    void decide(SweepConductor conductor) throws InterruptedException;
}

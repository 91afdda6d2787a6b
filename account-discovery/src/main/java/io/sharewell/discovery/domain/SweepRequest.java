package io.sharewell.discovery.domain;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Selection;

/** A sweep that is asked for. */
public record SweepRequest(Purpose purpose, Mode mode, Selection selection, AccountDiscovered.Cause cause) {}

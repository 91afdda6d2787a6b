/**
 * The ledger: what all statements on {@code share-results} about a sweep amount to. Progress, reports, exit status and
 * dashboards come from it and from nothing else.
 */
package io.sharewell.events.ledger;

package io.sharewell.app.doctor;

/** How far a cause reaches. */
enum Weight {
    /** A sweep would not begin, or reach nobody. */
    SET_UP,
    /** A sweep would leave out some accounts or Regions, or tell less. */
    PARTIAL,
    /** A sweep would be as it should; somebody may want to know. */
    NOTE,
    /** AWS did not answer: what a sweep would meet is not known. */
    UNANSWERED,
    /** Nobody can tell from here. */
    UNTOLD
}

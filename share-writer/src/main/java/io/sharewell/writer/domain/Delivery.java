package io.sharewell.writer.domain;

/** Whether a record may have been worked on before. */
public enum Delivery {
    /** Fresh, and for the first time as far as anybody knows. */
    FIRST,
    /** It comes again, or is so old that it may: what AWS answers to a create may be a memory. */
    REPEATED
}

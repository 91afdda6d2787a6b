package io.sharewell.aws;

import software.amazon.awssdk.core.exception.SdkClientException;

/** AWS gives a page's token a second time: a list that goes on so has no end. */
public final class EndlessListException extends SdkClientException {

    private static final long serialVersionUID = 1L;

    EndlessListException() {
        super(SdkClientException.builder().message("the same NextToken came twice"));
    }
}

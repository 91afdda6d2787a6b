package io.sharewell.simulator.model;

import java.util.List;
import java.util.Set;

/**
 * An error as the model declares it.
 *
 * @param code what travels on the wire, which for the query protocol may differ from the shape's name
 * @param members names of the error's members
 * @param required those of them that it always has
 */
public record ErrorModel(String name, String code, int status, Set<String> members, List<String> required) {

    /** The member that carries the text: AWS's services spell it both ways. */
    public String messageMember() {
        return members.contains("Message") ? "Message" : "message";
    }
}

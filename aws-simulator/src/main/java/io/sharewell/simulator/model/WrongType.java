package io.sharewell.simulator.model;

import com.fasterxml.jackson.databind.JsonNode;

/** What a value should have been, in the words in which AWS's services say that its JSON type is another one. */
enum WrongType {
    STRING("a String"),
    NUMBER("an Integer"),
    BOOLEAN("a Boolean"),
    TIMESTAMP("a Timestamp"),
    LIST("a List"),
    MAP("a Map"),
    STRUCTURE("a Structure");

    private final String words;

    WrongType(String words) {
        this.words = words;
    }

    String insteadOf(JsonNode found) {
        return switch (found.getNodeType()) {
            case OBJECT, POJO, MISSING -> "Start of structure or map found where not expected.";
            case ARRAY -> "Start of list found where not expected";
            case STRING, BINARY -> "STRING_VALUE can not be converted to " + words;
            case NUMBER -> "NUMBER_VALUE can not be converted to " + words;
            case BOOLEAN -> (found.booleanValue() ? "TRUE" : "FALSE") + "_VALUE can not be converted to " + words;
            case NULL -> "NULL_VALUE can not be converted to " + words;
        };
    }
}

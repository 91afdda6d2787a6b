package io.sharewell.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A file of deploy/iam, as a tree: a CloudFormation template or a policy in JSON, which is YAML too. */
record Template(Object root) {

    static Template read(String name) throws IOException {
        return parse(Files.readString(Code.ROOT.resolve("deploy/iam").resolve(name)));
    }

    static Template parse(String text) {
        return new Template(new Yaml(new WithIntrinsics()).<Object>load(text));
    }

    /** The part at these keys. */
    Template at(String... keys) {
        Object part = root;
        for (String key : keys) {
            part = ((Map<?, ?>) part).get(key);
        }
        return new Template(part);
    }

    /** All actions that it allows, with every feature. */
    Set<String> actions() {
        Set<String> actions = new TreeSet<>();
        collectActions(root, actions);
        return actions;
    }

    /** The same without an action, wherever it stands. */
    Template without(String action) {
        return new Template(changed(root, actions -> actions.removeIf(action::equals)));
    }

    /** The same with an action more in every statement. */
    Template with(String action) {
        return new Template(changed(root, actions -> actions.add(action)));
    }

    private static Object changed(Object part, Consumer<List<Object>> change) {
        return switch (part) {
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, value) ->
                        copy.put(key, key.equals("Action") ? changedActions(value, change) : changed(value, change)));
                yield copy;
            }
            case Collection<?> list ->
                list.stream().map(value -> changed(value, change)).toList();
            case null, default -> part;
        };
    }

    private static List<Object> changedActions(Object value, Consumer<List<Object>> change) {
        List<Object> actions = new ArrayList<>(value instanceof Collection<?> several ? several : List.of(value));
        change.accept(actions);
        return actions;
    }

    private static void collectActions(Object part, Set<String> actions) {
        switch (part) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    if (key.equals("Action")) {
                        (value instanceof Collection<?> several ? several : List.of(value))
                                .forEach(action -> actions.add((String) action));
                    } else {
                        collectActions(value, actions);
                    }
                });
            case Collection<?> list -> list.forEach(value -> collectActions(value, actions));
            case null, default -> {}
        }
    }

    /** {@code !Sub text} becomes {@code {"!Sub": "text"}}, and so on. */
    private static final class WithIntrinsics extends SafeConstructor {
        WithIntrinsics() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return Map.of(node.getTag().getValue(), content(node));
                }
            });
        }

        private Object content(Node node) {
            return switch (node) {
                case ScalarNode scalar -> scalar.getValue();
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                default -> throw new IllegalArgumentException(node.toString());
            };
        }
    }
}

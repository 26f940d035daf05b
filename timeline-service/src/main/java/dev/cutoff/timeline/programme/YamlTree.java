package dev.cutoff.timeline.programme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML document as a JSON tree that remembers on which line each value stands. Jackson's own YAML reader forgets that as soon as the
 * tree is built, and an error found later could name no line.
 */
final class YamlTree {

    private static final int MOST_DEEP = 30;

    private final String file;
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final JsonNode root;
    private int depth;

    private YamlTree(String file, Node document) {
        this.file = file;
        this.root = tree(document, "");
    }

    /**
     * @param file its name, for errors
     * @throws BadCatalogue if it is no YAML, or names a field twice
     */
    static YamlTree parse(String file, String text) {
        try {
            var document = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (document == null) {
                throw new BadCatalogue(file, 1, "", "is empty");
            }
            return new YamlTree(file, document);
        } catch (MarkedYAMLException e) {
            var mark = Optional.ofNullable(e.getProblemMark());
            throw new BadCatalogue(
                    file, mark.map(at -> at.getLine() + 1).orElse(1), "", "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new BadCatalogue(file, 1, "", "is not YAML: " + e.getMessage());
        }
    }

    JsonNode root() {
        return root;
    }

    String file() {
        return file;
    }

    /** The line of a value, or of the nearest thing around it if it is not there. */
    int lineOf(String pointer) {
        for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            if (lines.containsKey(at)) {
                return lines.get(at);
            }
        }
        return 1;
    }

    private JsonNode tree(Node node, String pointer) {
        if (++depth > MOST_DEEP) {
            throw new BadCatalogue(
                    file, node.getStartMark().getLine() + 1, pointer, "is nested too deeply, or contains itself");
        }
        lines.put(pointer, node.getStartMark().getLine() + 1);
        var tree = treeOf(node, pointer);
        depth--;
        return tree;
    }

    private JsonNode treeOf(Node node, String pointer) {
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer);
            case SequenceNode sequence -> {
                var array = JsonNodeFactory.instance.arrayNode();
                for (var i = 0; i < sequence.getValue().size(); i++) {
                    array.add(tree(sequence.getValue().get(i), pointer + "/" + i));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new BadCatalogue(file, lineOf(pointer), pointer, "is nothing that a catalogue knows");
        };
    }

    private JsonNode object(MappingNode mapping, String pointer) {
        var object = JsonNodeFactory.instance.objectNode();
        for (var entry : mapping.getValue()) {
            var line = entry.getKeyNode().getStartMark().getLine() + 1;
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new BadCatalogue(file, line, pointer, "has a field whose name is no text");
            }
            var at = pointer + "/" + key.getValue();
            if (object.has(key.getValue())) {
                throw new BadCatalogue(file, line, at, "stands there twice");
            }
            var value = tree(entry.getValueNode(), at);
            object.set(key.getValue(), value);
            lines.put(at, line);
        }
        return object;
    }

    /** A date stays a text: only numbers, truth values and nothing are more than text in a catalogue. */
    private static JsonNode scalar(ScalarNode scalar) {
        var text = scalar.getValue();
        var json = JsonNodeFactory.instance;
        if (scalar.getTag().equals(Tag.NULL)) {
            return json.nullNode();
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return json.booleanNode(text.equalsIgnoreCase("true"));
        }
        return scalar.getTag().equals(Tag.INT) && text.matches("\\d{1,9}")
                ? json.numberNode(Integer.parseInt(text))
                : json.textNode(text);
    }
}

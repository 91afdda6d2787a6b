package io.sharewell.simulator;

import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.model.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What the models say of answers in XML. */
final class XmlAnswerCheck {

    private final ServiceModel service;
    private final String operation;

    XmlAnswerCheck(ServiceModel service, String operation) {
        this.service = service;
        this.operation = operation;
    }

    void check(int status, byte[] body) {
        var root = parse(body);
        demand(service.xmlNamespace().equals(root.getNamespaceURI()), "is of namespace " + root.getNamespaceURI());
        if (status < 300) {
            demand(root.getLocalName().equals(operation + "Response"), "is a " + root.getLocalName());
            var model = service.operations().get(operation);
            structure(model.output(), only(root, model.resultWrapper()));
            demand(!text(only(root, "ResponseMetadata"), "RequestId").isEmpty(), "has no request id");
        } else {
            demand(root.getLocalName().equals("ErrorResponse"), "is a " + root.getLocalName());
            var error = only(root, "Error");
            demand(text(error, "Type").equals(status < 500 ? "Sender" : "Receiver"), "blames the wrong one");
            demand(!text(error, "Code").isEmpty() && !text(error, "Message").isEmpty(), "does not say what is wrong");
            demand(!text(root, "RequestId").isEmpty(), "has no request id");
        }
    }

    private static Element parse(byte[] body) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("Not XML: " + new String(body, StandardCharsets.UTF_8), e);
        }
    }

    private void structure(Shape.Structure shape, Element element) {
        for (var child : children(element)) {
            var member = shape.members().values().stream()
                    .filter(it -> it.wireName().equals(child.getLocalName()))
                    .findFirst()
                    .orElseThrow(() ->
                            new AssertionError(operation + " answered a member its model does not have: " + child));
            value(member.shape(), child);
        }
        for (var required : shape.required()) {
            demand(element.getElementsByTagNameNS("*", required).getLength() > 0, "lacks " + required);
        }
    }

    private void value(Shape shape, Element element) {
        var text = element.getTextContent();
        switch (shape) {
            case Shape.Structure structure -> structure(structure, element);
            case Shape.ListOf list -> children(element).forEach(it -> value(list.element(), it));
            case Shape.Number number ->
                demand(
                        Long.parseLong(text) >= number.range().min()
                                && Long.parseLong(text) <= number.range().max(),
                        "has " + text + " out of range");
            case Shape.Bool _ -> demand(text.equals("true") || text.equals("false"), "has " + text + " for a boolean");
            case Shape.Timestamp _ ->
                demand(text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"), "has the time " + text);
            case Shape.Text constrained -> {
                demand(
                        text.length() >= constrained.length().min()
                                && text.length() <= constrained.length().max(),
                        "has a text of wrong length: " + text);
                demand(
                        constrained.pattern() == null
                                || constrained.pattern().matcher(text).matches(),
                        "has a text against its pattern: " + text);
            }
            case Shape.MapOf _ -> throw new IllegalStateException("No simulated operation answers a map in XML");
        }
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(found);
            }
        }
        return children;
    }

    private Element only(Element element, String name) {
        var found = children(element).stream()
                .filter(it -> it.getLocalName().equals(name))
                .toList();
        demand(found.size() == 1, "has " + found.size() + " elements " + name);
        return found.getFirst();
    }

    private String text(Element element, String name) {
        return only(element, name).getTextContent();
    }

    private void demand(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new AssertionError("The answer to " + service.name() + "." + operation + " " + otherwise);
        }
    }
}

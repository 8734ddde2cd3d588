package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.function.Consumer;
import org.bothyes.overlap.Safer;
import org.bothyes.shell.Texts;

/** What both share, as it is read: every line unfolds into words to say and ways to make it safer. */
final class SharedList extends Composite<Div> {

    private static final long serialVersionUID = 1;

    private final transient Texts texts;
    private final transient Consumer<Safer> safer;

    /** @param fresh whether somebody has just come here; else the list changed under their eyes and must not move */
    SharedList(Texts texts, SharedPage shared, Consumer<Safer> safer, boolean fresh) {
        this.texts = texts;
        this.safer = safer;
        if (shared.nothing()) {
            nothing(fresh);
        } else {
            something(shared, fresh);
        }
        always(shared);
    }

    private void title(String title, String lead, boolean fresh) {
        var heading = new H1(title);
        heading.getElement().setAttribute("tabindex", "-1");
        heading.getElement()
                .executeJs(
                        fresh
                                ? "this.focus({preventScroll: true}); scrollTo(0, 0)"
                                : "if (document.activeElement === document.body) this.focus({preventScroll: true})");
        getContent().add(heading, Parts.text("lead", lead));
    }

    private void nothing(boolean fresh) {
        getContent()
                .getElement()
                .appendChild(Drawing.waiting(texts.get("nothing.picture")).getElement());
        title(texts.get("nothing.title"), texts.get("nothing.lead"), fresh);
        getContent().add(Parts.text("note", texts.get("nothing.means")));
        getContent()
                .add(Parts.section(
                        texts.get("nothing.next"),
                        Parts.list(List.of(
                                texts.get("nothing.next.thank"),
                                texts.get("nothing.next.rest"),
                                texts.get("nothing.next.close"),
                                texts.get("nothing.next.no-questions")))));
        getContent().add(Parts.section(texts.get("shared.rules"), Parts.text("note", texts.get("nothing.rules"))));
    }

    private void something(SharedPage shared, boolean fresh) {
        var picture = Drawing.shared(
                texts.get("shared.picture", shared.likes(), shared.talks()), shared.likes(), shared.talks());
        getContent().getElement().appendChild(picture.getElement());
        title(texts.get("shared.title"), texts.get("shared.lead"), fresh);
        getContent().add(Parts.text("note", texts.get("shared.safer")));
        topics("shared.like", "like", shared.like());
        topics("shared.talk", "talk", shared.talk());
        topics("shared.ruled", "ruled", shared.ruled());
        rules(shared.rules());
        if (!shared.words().isEmpty()) {
            getContent().add(entries("shared.words", shared.words(), texts.get("safer.less")));
        }
        getContent().add(entries("shared.signals", shared.signals(), texts.get("safer.signal")));
    }

    private void topics(String title, String kind, List<SharedPage.Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        var section = Parts.section(texts.get(title), Parts.text("tiny", texts.get(title + ".help")));
        section.addClassNames("things", kind);
        for (var group : groups) {
            section.add(new H3(group.section()));
            group.things().forEach(thing -> section.add(thing(thing)));
        }
        getContent().add(section);
    }

    private NativeDetails thing(SharedPage.Thing thing) {
        var shown = new Div(Parts.span("name", thing.name()));
        thing.topic().ifPresent(topic -> shown.add(Parts.span("topic", topic)));
        if (!thing.onlyWith().isEmpty()) {
            shown.add(Parts.span("only", texts.get("shared.only-with", thing.onlyWith())));
        }
        var inside = new Div(says(thing.lines()), ways(texts.get("safer.title"), thing.safer()));
        var words = new NativeDetails(shown, inside);
        words.addClassName("thing");
        return words;
    }

    private void rules(List<SharedPage.Rule> rules) {
        var section = Parts.section(texts.get("shared.rules"), Parts.text("tiny", texts.get("shared.rules.stand")));
        section.addClassName("rules");
        rules.forEach(rule -> {
            var line = new Div(Parts.span("name", rule.limit()), Parts.span("rule", rule.rule()));
            line.addClassName("line");
            line.add(ways(texts.get("safer.rule"), rule.safer()));
            section.add(line);
        });
        getContent().add(section);
    }

    private Section entries(String title, List<SharedPage.Entry> entries, String change) {
        var section = Parts.section(texts.get(title));
        entries.forEach(entry -> {
            var what = entry.what().isEmpty() ? texts.get("shared.none-yet") : entry.what();
            var line = new Div(Parts.span("name", entry.name()), Parts.span("rule", what));
            line.addClassName("line");
            line.add(ways(change, entry.safer()));
            section.add(line);
        });
        return section;
    }

    /** Ways to make something safer, folded away so that no thumb meets one by chance. */
    private Component ways(String title, List<SharedPage.Way> ways) {
        var buttons = new Div();
        buttons.addClassName("chips");
        for (var way : ways) {
            var button = new NativeButton(way.words(), click -> safer.accept(way.change()));
            button.addClassName("chip");
            buttons.add(button);
        }
        var folded = Parts.details(title, buttons);
        folded.addClassName("safer");
        folded.setVisible(!ways.isEmpty());
        return folded;
    }

    /** What holds for everybody, and stands on every page like this. */
    private void always(SharedPage shared) {
        getContent().add(Parts.section(texts.get("shared.stop"), Parts.text("note", texts.get("signals.always"))));
        var checkIns = new Section();
        for (var lines : shared.checkIns()) {
            checkIns.add(new H3(lines.moment()), says(lines.lines()));
        }
        getContent().add(Parts.section(texts.get("shared.ask"), checkIns));
        getContent().add(Parts.section(texts.get("shared.fixed"), Parts.list(shared.fixed())));
    }

    private static Div says(List<String> lines) {
        var says = new Div();
        lines.forEach(line -> says.add(Parts.text("say", "“" + line + "”")));
        return says;
    }
}

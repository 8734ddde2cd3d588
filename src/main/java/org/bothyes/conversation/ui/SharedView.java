package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bothyes.conversation.Rounds;
import org.bothyes.conversation.Stage;
import org.bothyes.shell.Texts;

/** What you share: drawn and written. Opens only in a tab in which it was opened by a tap. */
@Route("shared")
class SharedView extends Composite<Div> implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final transient Journey journey;
    private final transient Texts texts;
    private final transient Rounds rounds;

    SharedView(Journey journey, Texts texts, Rounds rounds) {
        this.journey = journey;
        this.texts = texts;
        this.rounds = rounds;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!journey.admits(event, Set.of(Stage.BothFinished.class))) {
            return;
        }
        if (journey.tab().filter(tab -> tab.opened()).isEmpty()) {
            event.forwardTo(WaitingView.class);
            return;
        }
        var partner = journey.partner();
        show(SharedPage.of(rounds.open(partner), partner.role(), texts));
    }

    private void show(SharedPage shared) {
        var page = new Page(texts, texts.get("part.shared"));
        getContent().removeAll();
        getContent().add(page);
        if (shared.nothing()) {
            nothing(page, shared);
        } else {
            something(page, shared);
        }
        page.text("tiny", texts.get("shared.again"));
        if (journey.stage() instanceof Stage.BothFinished(var endsAt)) {
            page.text("tiny", texts.get("shared.ends", DAY.format(endsAt)));
        }
    }

    private void nothing(Page page, SharedPage shared) {
        page.add(Drawing.waiting(texts.get("nothing.picture")).getElement());
        page.title(texts.get("nothing.title")).lead(texts.get("nothing.lead"));
        page.text("note", texts.get("nothing.means"));
        page.add(Parts.section(
                texts.get("nothing.next"),
                Parts.list(List.of(
                        texts.get("nothing.next.thank"),
                        texts.get("nothing.next.rest"),
                        texts.get("nothing.next.close"),
                        texts.get("nothing.next.no-questions")))));
        page.add(Parts.section(texts.get("shared.rules"), Parts.text("note", texts.get("nothing.rules"))));
        always(page, shared);
    }

    private void something(Page page, SharedPage shared) {
        page.add(Drawing.shared(
                        texts.get("shared.picture", shared.likes(), shared.talks()), shared.likes(), shared.talks())
                .getElement());
        page.title(texts.get("shared.title")).lead(texts.get("shared.lead"));
        topics(page, "shared.like", "like", shared.like());
        topics(page, "shared.talk", "talk", shared.talk());
        topics(page, "shared.ruled", "ruled", shared.ruled());
        rules(page, shared);
        if (!shared.words().isEmpty()) {
            page.add(Parts.section(texts.get("shared.words"), entries(shared.words())));
        }
        if (!shared.signals().isEmpty()) {
            page.add(Parts.section(texts.get("shared.signals"), entries(shared.signals())));
        }
        always(page, shared);
    }

    private void topics(Page page, String title, String kind, List<SharedPage.Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        var section = Parts.section(texts.get(title), Parts.text("tiny", texts.get(title + ".help")));
        section.addClassNames("things", kind);
        for (var group : groups) {
            section.add(new H3(group.section()));
            group.things().forEach(thing -> section.add(thing(thing)));
        }
        page.add(section);
    }

    private NativeDetails thing(SharedPage.Thing thing) {
        var shown = new Div(Parts.span("name", thing.name()));
        thing.topic().ifPresent(topic -> shown.add(Parts.span("topic", topic)));
        if (!thing.onlyWith().isEmpty()) {
            shown.add(Parts.span("only", texts.get("shared.only-with", thing.onlyWith())));
        }
        var words = new NativeDetails(shown, says(thing.lines()));
        words.addClassName("thing");
        return words;
    }

    private void rules(Page page, SharedPage shared) {
        var section = Parts.section(texts.get("shared.rules"), Parts.text("tiny", texts.get("shared.rules.stand")));
        section.addClassName("rules");
        shared.rules().forEach(rule -> {
            var line = new Div(Parts.span("name", rule.limit()), Parts.span("rule", rule.rule()));
            line.addClassName("line");
            section.add(line);
        });
        page.add(section);
    }

    private static Component entries(List<SharedPage.Entry> entries) {
        var all = new Div();
        entries.forEach(entry -> {
            var line = new Div(Parts.span("name", entry.name()), Parts.span("rule", entry.what()));
            line.addClassName("line");
            all.add(line);
        });
        return all;
    }

    /** What holds for everybody, and stands on every page like this. */
    private void always(Page page, SharedPage shared) {
        page.add(Parts.section(texts.get("shared.stop"), Parts.text("note", texts.get("signals.always"))));
        var checkIns = new Section();
        for (var lines : shared.checkIns()) {
            checkIns.add(new H3(lines.moment()), says(lines.lines()));
        }
        page.add(Parts.section(texts.get("shared.ask"), checkIns));
        page.add(Parts.section(texts.get("shared.fixed"), Parts.list(shared.fixed())));
    }

    private static Div says(List<String> lines) {
        var says = new Div();
        lines.forEach(line -> says.add(Parts.text("say", "“" + line + "”")));
        return says;
    }
}

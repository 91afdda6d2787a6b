package io.sharewell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final List<Runnable> later = new ArrayList<>();
    private long now;
    private long untilAThreadGetsItsTurn;
    private final Places places = new Places(1, later::add, this::aThread, () -> now);

    @Test
    void aPlaceIsFreeWhenTheWorkEnds() {
        CompletableFuture<Void> work = new CompletableFuture<>();
        CompletableFuture<Void> place = places.of(work);
        assertThat(place).isNotDone();

        work.complete(null);

        assertThat(place).isCompleted();
    }

    @Test
    void aPlaceIsFreeWhenTheWorkTakesLong() {
        CompletableFuture<Void> work = new CompletableFuture<>();
        CompletableFuture<Void> place = places.of(work);

        aLongTimePasses();

        assertThat(place).isCompleted();
        assertThat(work).isNotDone();
    }

    @Test
    void onlySoManyGoOnWithoutAPlaceUntilOneOfThemEnds() {
        List<CompletableFuture<Void>> works = IntStream.range(0, 5)
                .mapToObj(_ -> new CompletableFuture<Void>())
                .toList();
        List<CompletableFuture<Void>> taken = works.stream().map(places::of).toList();
        aLongTimePasses();
        assertThat(taken).filteredOn(CompletableFuture::isDone).hasSize(4);

        works.getFirst().complete(null);
        CompletableFuture<Void> another = places.of(new CompletableFuture<>());
        aLongTimePasses();

        assertThat(another).isCompleted();
    }

    @Test
    void whatHasEndedTakesNothingFromTheOthers() {
        IntStream.range(0, 100).forEach(_ -> places.of(CompletableFuture.completedFuture(null)));
        aLongTimePasses();
        CompletableFuture<Void> place = places.of(new CompletableFuture<>());

        aLongTimePasses();

        assertThat(place).isCompleted();
    }

    @Test
    void whoWaitsForTheProcessorKeepsItsPlaceUntilThatHasTime() {
        CompletableFuture<Void> place = places.of(new CompletableFuture<>());
        untilAThreadGetsItsTurn = Duration.ofMillis(300).toNanos();
        aLongTimePasses();
        aLongTimePasses();
        assertThat(place).isNotDone();

        untilAThreadGetsItsTurn = 0;
        aLongTimePasses();

        assertThat(place).isCompleted();
    }

    private void aThread(Runnable task) {
        now += untilAThreadGetsItsTurn;
        task.run();
    }

    private void aLongTimePasses() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }
}

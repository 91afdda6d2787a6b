/**
 * The commands that send records of a running installation again: {@code replay} those of a topic, {@code redrive} those of
 * a dead-letter topic. Both read up to where the topic ends when they begin, join no group, and send each record once, in
 * its newest form. Whoever works on it decides on AWS's state of that moment.
 */
package io.sharewell.app.replay;

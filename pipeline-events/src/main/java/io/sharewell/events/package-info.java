/**
 * The contract of the pipeline: what is said on which topic, in which words, and under which id.
 *
 * <p>Four services and everyone who reads {@code share-results} meet here and nowhere else. Needs only the JDK and
 * Jackson. Within a major version fields are only added, and only optional ones.
 */
package io.sharewell.events;

/**
 * What discovery decides: which accounts a sweep is about, when one is due, and when it is over. Free of frameworks.
 */
package io.sharewell.discovery.domain;

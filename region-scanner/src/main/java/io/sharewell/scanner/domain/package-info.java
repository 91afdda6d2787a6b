/** What a scan is: all pages or none, and what is said about a unit. Plain Java and the contract, no framework. */
package io.sharewell.scanner.domain;

/** What is done for each record, under JMH. */
package io.sharewell.benchmark.micro;

/**
 * What becomes of a workload's shares and of an invitation: a pure decision, and the procedure that carries it out. Plain
 * Java and the contract, no framework.
 */
package io.sharewell.writer.domain;

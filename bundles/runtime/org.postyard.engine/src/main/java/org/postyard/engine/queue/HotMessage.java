package org.postyard.engine.queue;

import org.postyard.api.message.Content;
import org.postyard.api.message.Message;

/** A message that is in memory as a whole. */
public record HotMessage(Message message, Content content) {}

package org.postyard.control.host;

import org.postyard.api.administration.AccountDesk;
import org.postyard.api.administration.JobDesk;
import org.postyard.api.administration.LogDesk;
import org.postyard.api.administration.PluginDesk;
import org.postyard.api.administration.SettingsDesk;

/** The host services by which people change the node itself. */
public record Desks(PluginDesk plugins, JobDesk jobs, SettingsDesk settings, AccountDesk accounts, LogDesk log) {}

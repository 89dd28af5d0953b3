namespace ConnectionGen.Cli.Tests.Conformance;

/// <summary>What is expected of one folder of recorded devices: said here, and not read from the library.</summary>
/// <param name="Folder">The folder of data.</param>
/// <param name="Os">The testbed's <c>os</c>.</param>
/// <param name="States">States that show a prompt, by mode: blank-separated names.</param>
/// <param name="Errors">Commands that the device refuses, in all states or in one: <c>state: command</c>.</param>
internal sealed record RecordedPlatform(string Folder, string Os, (string Mode, string States)[] States, params string[] Errors)
{
    /// <summary>Commands, in a state or (<c>*</c>) in all, after which no prompt can be seen, so that they end when their time is over. The reason stands beside each.</summary>
    public (string State, string Command, string Reason)[] Promptless { get; init; } = [];

    /// <summary>True where the recorded pagers want Enter instead of a blank.</summary>
    public bool PagerByEnter { get; init; }

    public Dictionary<string, string> Modes { get; } = States
        .SelectMany(static entry => entry.States.Split(' ').Select(state => (state, entry.Mode)))
        .ToDictionary(static entry => entry.state, static entry => entry.Mode, StringComparer.Ordinal);

    public override string ToString() => $"{Folder} as {Os}";

    public static IReadOnlyList<RecordedPlatform> All { get; } =
    [
        new("ios", "ios-enter",
            [
                ("disable", "exec execHashCharacters exec2 console_test_enable disable_standby exec_standby2"),
                ("enable", "enable exec_standby"),
                ("config", "config config_line redundancy config_ca_trustpoint"),
            ],
            "not a real command")
        {
            PagerByEnter = true,
        },
        new("generic", "iosxe",
            [
                ("enable", "iosxe_enable iosxe_enable2 iosxe_enable3"),
                ("config", "iosxe_config iosxe_config_line iosxe_config2 iosxe_config_line2 sdwan_config config_sdwan_redundancy config_sdwan_redundancy_main_cpu2"),
            ]),
        new("iosxe", "iosxe",
            [
                ("disable", "cat3k_exec"),
                ("enable", "enable_cat3k cat3k_enable_reload_to_rommon"),
                ("config", "config_cat3k config_line_cat3k"),
                ("rommon", "cat3k_rommon"),
            ]),
        new("iosxr", "iosxr",
            [
                ("enable", "ncs5k_enable ncs5k_enable_vty"),
                ("config", "ncs5k_config ncs5k_config_vty"),
            ]),
        new("nxos", "nxos",
            [
                ("enable", "exec vdc3_exec vdc2_exec exec2 exec3 exec_n3k exec_maint vdc_exec vdc_exec2 admin_exec exec_after_reload chatty_exec_after_reload config_lock_1_after_reload config_lock_2_after_reload nxos_exec_standby console_new_prompt"),
                ("config", "config config_line config2 config3 config_n3k vdc3_config vdc3_config_console vdc3_config_line vdc2_config vdc2_config_console vdc2_config_line config_maint config_session config_session_acl admin_config config_unlock_after_reload"),
                ("config-dual", "config_dual config_dual_commit"),
                ("boot", "boot"),
                ("boot-config", "boot_config"),
                ("rommon", "loader boot_loader loader_prompt"),
                ("shell", "bash bash_root lc_shell bash_n3k stdby_bash"),
                ("guestshell", "guestshell"),
                ("module", "attach_module attach_module_elam attach_module_elam_insel"),
                ("debug", "debug"),
                ("sqlite", "sqlite"),
                ("l2rib", "nxos_l2rib_pycl_random nxos_l2rib_pycl_client_id nxos_l2rib_pycl_consumer nxos_l2rib_pycl_prompt_delay_default nxos_l2rib_pycl_prompt_delay_custom"),
            ],
            "not a real command", "b", "config: boot", "config_maint: boot", "system mode maintenance | command failed",
            "copy sftp://server/root/nxos.7.0.3.I7.8.bin bootflash:///nxos.7.0.3.I7.8.bin vrf management",
            "copy scp://localhost/nxos.7.0.3.I7.8.bin bootflash:///nxos.7.0.3.I7.8.bin vrf management")
        {
            Promptless = [("exec2", "active_install_add", "the state that it leads to has neither a prompt nor a way on")],
        },
        new("eos", "eos",
            [
                ("disable", "exec"),
                ("enable", "enable"),
                ("config", "config"),
            ]),
        new("junos", "junos",
            [
                ("enable", "exec exec2 exec3 exec4 exec5 exec6"),
                ("config", "config config3 config4 config_exec"),
                ("shell", "ssh shell"),
            ],
            "config_exec: commit synchronize"),
        new("linux", "linux",
            [
                ("shell", "exec exec2 exec3 exec4 exec5 exec6 exec7 exec8 exec10 exec11 exec12 exec13 exec14 exec15 exec16 exec17 exec18 exec19 exec20 exec21 exec22 "
                    + "sma_prompt sma_prompt_1 sudo trex_console exec_ps1 exec_ps2 login_ssh_delay ansi_prompt ansi_prompt2 slow_connection_exec "
                    + "ios_exec ios_enable ios_config ios_config_line ios_r1_exec ios_r1_enable ios_r2_exec ios_r2_enable ios_sw3_exec ios_sw3_enable ios_sw4_exec ios_sw4_enable ios_sw4_config ios_sw4_config_line"),
            ],
            "cd abc")
        {
            Promptless = [("*", "prompt9", "its prompt begins a window title that never ends, so that a terminal shows nothing of it")],
        },
        new("sros", "sros",
            [
                ("mdcli", "mdcli_execute mdcli_execute_show"),
                ("config", "mdcli_configure_global mdcli_configure_private"),
                ("classic", "classiccli_execute"),
                ("classic-config", "classiccli_config classiccli_config_lag classiccli_config_lag_access"),
            ],
            "configure router interface coreloop address 111.1.1.1 255.255.255.255", "mdcli_configure_private: commit"),
        new("asa", "asa",
            [
                ("disable", "asa_disable asa_disable_pri_act"),
                ("enable", "asa_enable asa_enable_more asa_enable_pri_act asa_reload"),
                ("config", "asa_config asa_config_pri_act"),
            ],
            "changeto context GLOBAL", "network-object host 5.5.50.10", "display configuration replication warning", "no object-group network TEST_NETWORK"),
        new("comware", "comware", [("enable", "exec")]),
    ];
}

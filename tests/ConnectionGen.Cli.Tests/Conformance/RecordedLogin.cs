namespace ConnectionGen.Cli.Tests.Conformance;

/// <summary>A way in to a recorded device, and where it should end.</summary>
/// <param name="Folder">The folder of data.</param>
/// <param name="Os">The testbed's <c>os</c>.</param>
/// <param name="State">The state that the device begins in.</param>
/// <param name="Credentials">The credentials, as a testbed has them.</param>
/// <param name="Mode">The mode after the login; null if the login is to be refused.</param>
internal sealed record RecordedLogin(string Folder, string Os, string State, string Credentials, string? Mode)
{
    private const string Cisco = "default: {username: cisco, password: cisco}";

    public static IReadOnlyList<RecordedLogin> All { get; } =
    [
        new("ios", "ios", "login", Cisco, "enable"),
        new("ios", "ios", "ios_setup", Cisco, "enable"),
        new("ios", "ios", "ios_setup_mgmt", Cisco, "enable"),
        new("ios", "ios", "ios_connect_console_server", Cisco, "enable"),
        new("ios", "ios", "connect_ssh", Cisco, "enable"),
        new("ios", "ios", "connect_ssh_passphrase", "default: {username: cisco, password: cisco, passphrase: this is a secret}", "enable"),
        new("ios", "ios-french", "custom_login", Cisco, "enable"),
        new("ios", "ios", "ios_connect_console_server_with_uav", Cisco, "enable"),
        new("ios", "ios", "ios_connect_console_server_with_username", Cisco, "enable"),
        new("ios", "ios", "ios_connect_console_server_with_password", Cisco, "enable"),
        new("ios", "ios", "login_enable", "default: {username: admin, password: cisco}, enable: {password: enpasswd}", "enable"),
        new("ios", "ios", "ts_login", "default: {username: admin, password: lab}, enable: {password: cisco}", "enable"),
        new("ios", "ios", "execHashCharacters", Cisco, "enable"),
        new("ios", "ios", "reload_data", Cisco, "enable"),
        new("ios", "ios", "press_return", Cisco, "enable"),
        new("ios", "ios", "exec_standby", Cisco, "enable"),
        new("ios", "ios", "login", "default: {username: cisco, password: abc}", null),
        new("ios", "ios", "login", "default: {username: cisco, password: abc2}", null),
        new("ios", "ios", "login", "default: {username: cisco, password: abc3}", null),
        new("ios", "ios", "password_retries", Cisco, null),
        new("generic", "iosxe", "iosxe_login", Cisco, "enable"),
        new("generic", "iosxe", "iosxe_login2", Cisco, "enable"),
        new("generic", "sdwan", "iosxe_login3", Cisco, "enable"),
        new("generic", "generic", "iosxe_login", Cisco, "enable"),
        new("iosxe", "iosxe", "cat3k_login", Cisco, "enable"),
        new("iosxe", "iosxe", "cat3k_login", "default: {username: cisco, password: cisco1}", "enable"),
        new("iosxe", "iosxe", "cat3k_return_to_get_started", Cisco, "enable"),
        new("iosxr", "iosxr", "ncs5k_login", "default: {username: lab, password: lab}", "enable"),
        new("iosxr", "iosxr", "ncs5k_login2", "default: {username: lab2, password: lab2}", "enable"),
        new("iosxr", "iosxr", "ncs5k__press_return", "default: {username: lab, password: lab}", "enable"),
        new("nxos", "nxos", "login", Cisco, "enable"),
        new("nxos", "nxos", "username_kerberos", Cisco, "enable"),
        new("nxos", "nxos", "login2", Cisco, "enable"),
        new("nxos", "nxos", "user_access_veri", "default: {username: admin, password: lab}", "enable"),
        new("nxos", "nxos", "password4", Cisco, null),
        new("eos", "eos", "login", "default: {username: admin, password: admin}", "enable"),
        new("junos", "junos", "connect_ssh", "default: {username: root, password: lab}", "enable"),
        new("junos", "junos", "user_access_veri", "default: {username: root, password: lab}", "enable"),
        new("junos", "junos", "ssh", Cisco, "enable"),
        new("linux", "linux", "login", Cisco, "shell"),
        new("linux", "linux", "connect_ssh", Cisco, "shell"),
        new("linux", "linux", "linux_login2", Cisco, "shell"),
        new("linux", "linux", "linux_connect_console_server", Cisco, "shell"),
        new("linux", "linux-french", "linux_login3", "default: {username: user3, password: cisco}", "shell"),
        new("linux", "linux", "linux_password4", Cisco, "shell"),
        new("linux", "linux", "connect_sma", Cisco, "shell"),
        new("linux", "linux", "connect_for_password", Cisco, "shell"),
        new("linux", "linux", "login_passphrase", "default: {username: cisco, password: cisco, passphrase: cisco}", "shell"),
        new("linux", "linux", "login_ssh_delay", Cisco, "shell"),
        new("linux", "linux", "connect_for_password", "default: {username: cisco, password: bad_pw}", null),
        new("linux", "linux", "login", "default: {username: cisco, password: wrong_password}", null),
        new("asa", "asa", "connect_ssh", Cisco, "enable"),
        new("asa", "asa", "asa_username", Cisco, "enable"),
        new("asa", "asa", "asa_username_replication", Cisco, "enable"),
        new("asa", "asa", "asa_disable", Cisco, "enable"),
        new("asa", "asa", "asa_disable_pri_act", Cisco, "enable"),
        new("comware", "comware", "connect_ssh", "default: {username: admin, password: developer}", "enable"),
        new("comware", "comware", "login", "default: {username: admin, password: developer}", "enable"),
        new("sros", "sros", "connect_ssh", "default: {username: grpc, password: nokia}", "mdcli"),
        new("sros", "sros-classic", "connect_ssh", "default: {username: grpc, password: nokia}", "classic"),
    ];

    public override string ToString() => $"{Folder} {State} as {Os}: {Mode ?? "refused"}";
}

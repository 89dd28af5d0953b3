using System.Globalization;
using System.Net.Sockets;

namespace ConnectionGen.TestbedFiles;

/// <summary>CG2008: values whose type or range the format fixes.</summary>
internal static class ValueChecks
{
    private const string WaitForms = "seconds from 0 (wait forever) to 49 days, as in 30, 0.5, PT1M30S or 00:01:30";

    // a wait of more than that is no wait but a mistake; timers cannot run longer either
    private static TimeSpan LongestWait => TimeSpan.FromDays(49);

    private static readonly string[] s_hostKeys = ["strict", "accept-new", "off"];
    private static readonly string[] s_switchports = ["access", "trunk", "no"];

    public static void Testbed(YamlMapping? testbed, ProblemList problems)
    {
        foreach (var key in (string[])["name", "alias"])
            IsSingle(testbed?[key], key, problems);
    }

    public static void Path(PathNode path, ProblemList problems)
    {
        foreach (var key in (string[])["ip", "host", "protocol", "class", "command", "host_key"])
            IsSingle(path.Body[key], key, problems);

        IsBlock(path.Body["arguments"], "arguments", problems);
        Port(path.Body["port"], problems);
        Number(path.Body["pool_size"], "pool_size", 1, int.MaxValue, problems);
        IsSingle(path.Body["pool_timeout"], "pool_timeout", problems);
        if (Plain(path.Body["pool_timeout"]) is { } wait && !(ValueText.ToTimeSpan(wait.Text) is { } span && span >= TimeSpan.Zero && span <= LongestWait))
            problems.Warning("CG2008", wait, $"'pool_timeout' is '{wait.Text}'; expected {WaitForms}");

        if (Plain(path.Body["host_key"]) is { } hostKey && Array.IndexOf(s_hostKeys, hostKey.Text) < 0 && !(hostKey.IsPlain && hostKey.Text is "no" or "false"))
            problems.Warning("CG2008", hostKey, $"'host_key' is '{hostKey.Text}'{NearestName.Advice(hostKey.Text, s_hostKeys)}");
    }

    public static void Device(DeviceNode device, ProblemList problems)
    {
        foreach (var key in (string[])["alias", "os", "type", "platform", "model", "series", "role"])
            IsSingle(device.Body[key], key, problems);

        foreach (var key in (string[])["class", "alias", "via"])
            IsSingle(device.Defaults?[key], key, problems);

        IsBlock(device.Defaults?["arguments"], "arguments", problems);

        var management = device.Body.Mapping("management");
        Number(management?["vlan"], "vlan", 1, 4094, problems);
        if (Plain(management?["switchport"]) is { } mode && Array.IndexOf(s_switchports, mode.Text) < 0 && mode.Text is not ("false" or "False"))
            problems.Warning("CG2008", mode, $"'switchport' is '{mode.Text}'{NearestName.Advice(mode.Text, s_switchports)}");
    }

    /// <summary>An interface's addresses: each an address with or without a mask, one or a list.</summary>
    public static void Addresses(YamlNode? node, string key, AddressFamily family, ProblemList problems)
    {
        foreach (var item in node is YamlSequence list ? list.Items : node is null ? [] : [node])
        {
            if (Plain(item) is { } text && !IsAddress(text.Text.Trim(), family) && !Placeholder.IsOne(text.Text))
                problems.Warning("CG2008", text, $"'{key}' is '{text.Text}'; expected {(family == AddressFamily.InterNetwork ? "an IPv4 address, as in 10.0.0.1/24" : "an IPv6 address, as in 2001:db8::1/64")}");
        }
    }

    private static bool IsAddress(string text, AddressFamily family) =>
        ValueText.ToInterfaceAddress(text) is { Address.AddressFamily: var found } && found == family;

    private static void Port(YamlNode? node, ProblemList problems)
    {
        // a placeholder is said to be one
        if (node is YamlScalar text && Placeholder.IsOne(text.Text))
            return;

        Number(node, "port", 0, 65535, problems);
    }

    private static void Number(YamlNode? node, string key, int least, int most, ProblemList problems)
    {
        IsSingle(node, key, problems);
        if (Plain(node) is { } text
            && !(int.TryParse(text.Text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
            problems.Warning("CG2008", text, $"'{key}' is '{text.Text}'; expected a whole number from {least} to {most}");
    }

    private static void IsBlock(YamlNode? node, string key, ProblemList problems)
    {
        if (node is YamlSequence || Plain(node) is not null)
            problems.Warning("CG2008", node!, WrongValue.Message(key, "", node!, "a map"));
    }

    private static void IsSingle(YamlNode? node, string key, ProblemList problems)
    {
        if (node is not (null or YamlScalar))
            problems.Warning("CG2008", node, $"'{key}' is a {(node is YamlSequence ? "list" : "map")}; expected a single value");
    }

    /// <summary>A value that says something, and says it without markup.</summary>
    private static YamlScalar? Plain(YamlNode? node) => node is YamlScalar { IsNull: false } text && !Markup.IsIn(text.Text) ? text : null;
}

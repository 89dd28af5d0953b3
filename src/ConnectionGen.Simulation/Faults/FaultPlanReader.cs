namespace ConnectionGen.Simulation;

/// <summary>YAML text to a fault plan: each key is a method of <see cref="FaultPlan"/>, each value its parameters. Strict: a fault that is misspelt would be a test that proves nothing.</summary>
internal static class FaultPlanReader
{
    private const string Seed = "seed";

    private static readonly Dictionary<string, Func<FaultPlan, FaultArguments, FaultPlan>> s_faults = new(StringComparer.Ordinal)
    {
        ["latency"] = static (plan, given) => plan.Latency(given.Time("delay"), given.Time("jitter", TimeSpan.Zero)),
        ["latency_on"] = static (plan, given) => plan.LatencyOn(given.Text("command"), given.Time("delay"), given.Time("jitter", TimeSpan.Zero)),
        ["only_in"] = static (plan, given) => plan.OnlyIn(given.Text("state")),
        ["pieces"] = static (plan, given) => plan.Pieces(given.Count("bytes"), given.Time("interval", TimeSpan.Zero)),
        ["cut_after"] = static (plan, given) => plan.CutAfter(given.Count("bytes"), given.Kind("kind")),
        ["cut_on"] = static (plan, given) => plan.CutOn(given.Text("command"), given.Count("after_bytes", 0), given.Kind("kind")),
        ["cut_at_random"] = static (plan, given) => plan.CutAtRandom(given.Share("share"), given.Count("within_bytes", 1000), given.Kind("kind")),
        ["slow_accept"] = static (plan, given) => plan.SlowAccept(given.Time("delay")),
        ["refuse_first"] = static (plan, given) => plan.RefuseFirst(given.Count("connections")),
        ["vty_limit"] = static (plan, given) => given.Text("message", null, after: "sessions") is { } message ? plan.VtyLimit(given.Count("sessions"), message) : plan.VtyLimit(given.Count("sessions")),
        ["no_echo"] = static (plan, given) => given.Flag() ? plan.NoEcho() : plan,
        ["wrong_echo"] = static (plan, given) => plan.WrongEcho(given.Share("share")),
        ["garbage"] = static (plan, given) => plan.Garbage(given.Count("bytes"), given.Share("share", 1)),
        ["log_message"] = static (plan, given) => plan.LogMessage(given.Text("text"), given.Share("share", 1), given.Flag("is_prompt_repeated")),
        ["line_in_output"] = static (plan, given) => plan.LineInOutput(given.Text("line")),
        ["fail_login"] = static (plan, given) => given.Text("message", null, after: "times") is { } message
            ? plan.FailLogin(given.Count("times"), given.Text("password_state"), given.Text("next_state"), message)
            : plan.FailLogin(given.Count("times"), given.Text("password_state"), given.Text("next_state")),
        ["reboot_on"] = static (plan, given) => plan.RebootOn(given.Text("state"), given.TimeOrNever("down_for")),
        ["change_host_name"] = static (plan, given) => plan.ChangeHostName(given.Count("after_commands"), given.Text("host_name")),
    };

    public static FaultPlan Read(string yaml, string file)
    {
        var warnings = new List<MockDataWarning>();
        var root = MockYaml.Read(yaml, file, warnings);
        if (warnings is [var warning, ..])
        {
            throw new MockDataException(file, warning.Line, warning.Column, $"{warning.Message}; a fault that comes several times is one key with a list");
        }

        if (root is not MockMapping map)
        {
            throw new MockDataException(file, root?.Place.Line ?? 1, root?.Place.Column ?? 1, "a fault plan is a map of faults, and this is not a map");
        }

        var plan = new FaultPlan(map.Find(Seed) is { } seed ? new FaultArguments(file, Seed, seed).Count(Seed) : 0);
        foreach (var entry in map.Entries.Where(entry => entry.Key.Text != Seed))
        {
            plan = With(plan, entry, file);
        }

        return plan;
    }

    private static FaultPlan With(FaultPlan plan, MockEntry entry, string file)
    {
        var name = entry.Key.Text;
        if (!s_faults.TryGetValue(name, out var add))
        {
            var hint = Nearest.Hint(name, s_faults.Keys);
            throw new MockDataException(file, entry.Key.Place.Line, entry.Key.Place.Column, $"there is no fault '{name}'{(hint.Length > 0 ? hint : $"; there are {string.Join(", ", s_faults.Keys)}")}");
        }

        foreach (var value in entry.Value is MockSequence several ? several.Items : [entry.Value])
        {
            var given = new FaultArguments(file, name, value);
            try
            {
                plan = add(plan, given);
            }
            catch (ArgumentOutOfRangeException error)
            {
                throw given.Wrong(error.Message);
            }

            given.CheckAllUsed();
        }

        return plan;
    }
}

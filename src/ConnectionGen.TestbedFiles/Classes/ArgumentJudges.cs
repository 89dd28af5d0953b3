namespace ConnectionGen.TestbedFiles;

/// <summary>The classes that a block of arguments may be for: the one that the file names, or else the default one, and then a call may choose any other.</summary>
/// <param name="Classes">The likeliest first.</param>
internal sealed record ArgumentJudges(IReadOnlyList<ConnectionClassShape> Classes)
{
    // what every connection takes from its path
    private static readonly Dictionary<string, ArgumentForm> s_ofAll = new(StringComparer.Ordinal) { ["connection_timeout"] = ScalarForms.TimeSpan };

    /// <summary>Arguments that pyATS documents for its command line, and that its files therefore hold.</summary>
    private static readonly string[] s_ofPyats =
    [
        "init_exec_commands", "init_config_commands", "learn_hostname", "prompt_recovery", "log_stdout", "log_buffer", "debug", "standby_goto_enable", "overwrite_settings", "cred_action", "learn_tokens", "overwrite_testbed_tokens",
        "answer_timeout",
    ];

    public void Check(YamlMapping? block, bool isArguments, string owner, ProblemList problems)
    {
        foreach (var entry in block?.Entries ?? [])
            Check(entry, isArguments, owner, problems);
    }

    private void Check(YamlEntry entry, bool isArguments, string owner, ProblemList problems)
    {
        var key = entry.Key.Text;
        var forms = Classes.Select(shape => shape.Arguments.TryGetValue(key, out var form) ? form : s_ofAll.TryGetValue(key, out form) ? form : null).OfType<ArgumentForm>().ToArray();
        if (forms.Length > 0)
            CheckValue(entry, forms, owner, problems);
        else if (isArguments && !Markup.IsIn(key))
            Unknown(entry.Key, owner, problems);
    }

    /// <summary>Right for one is right; else what the likeliest says.</summary>
    private static void CheckValue(YamlEntry entry, ArgumentForm[] forms, string owner, ProblemList problems)
    {
        var said = new ProblemList[forms.Length];
        for (var i = 0; i < forms.Length; i++)
        {
            said[i] = new ProblemList();
            if (entry.Value is not YamlScalar { IsNull: true })
                forms[i].Check(entry.Value, entry.Key.Text, new ArgumentFaults(owner, said[i]));

            if (!said[i].Any())
                return;
        }

        problems.AddRange(said[0]);
    }

    private void Unknown(YamlScalar key, string owner, ProblemList problems)
    {
        var first = Classes[0];
        if (Array.IndexOf(s_ofPyats, key.Text) >= 0)
            problems.Info("CG2007", key, $"'{key.Text}'{owner} is an argument of pyATS that {first.Name} does not have; it is left unheeded");
        else
            problems.Warning("CG2007", key, $"'{key.Text}'{owner} is no argument of {first.Name}{NearestName.Advice(key.Text, [.. first.Arguments.Keys])}");
    }
}

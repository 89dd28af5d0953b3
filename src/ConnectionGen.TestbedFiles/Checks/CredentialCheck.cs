namespace ConnectionGen.TestbedFiles;

/// <summary>CG2009: secrets in clear text. CG2016: names of credentials that there are not. CG2020: credentials without a name.</summary>
internal static class CredentialCheck
{
    private static readonly string[] s_lists = ["login_creds", "fallback_credentials"];
    private static readonly string[] s_valuesOfACredential = ["username", "password", "enable_password", "passphrase", "token"];

    public static void Testbed(TestbedDocument document, ProblemList problems)
    {
        Block(document.Testbed, problems);
        foreach (var server in document.Testbed?.Mapping("servers")?.Entries ?? [])
        {
            if (server.Value is YamlMapping body)
            {
                Block(body, problems);
                Clear(body.Find("password"), problems);
            }
        }
    }

    public static void Device(TestbedDocument document, DeviceNode device, ProblemList problems)
    {
        Block(device.Body, problems);
        Names(document, device, null, device.Defaults, problems);
        foreach (var path in device.Paths)
        {
            Block(path.Body, problems);
            Clear(path.Body.Find("password"), problems);
            Names(document, device, path, path.Body, problems);
        }
    }

    private static void Block(YamlMapping? owner, ProblemList problems)
    {
        var credentials = owner?.Mapping(TestbedKeys.Credentials);
        var flat = credentials?.Entries.Where(static entry => entry.Value is YamlScalar { IsNull: false } && Array.IndexOf(s_valuesOfACredential, entry.Key.Text) >= 0).Select(static entry => entry.Key).FirstOrDefault();
        if (flat is not null)
            problems.Warning("CG2020", flat, $"'{flat.Text}' stands where the name of a credential is expected; write it below 'default:'");

        foreach (var credential in credentials?.Entries ?? [])
        {
            Clear(credential, problems);
            foreach (var value in (credential.Value as YamlMapping)?.Entries ?? [])
                Clear(value, problems);
        }

        foreach (var password in owner?.Mapping("passwords")?.Entries ?? [])
            ClearText(password.Value, problems);
    }

    private static void Names(TestbedDocument document, DeviceNode device, PathNode? path, YamlMapping? block, ProblemList problems)
    {
        foreach (var list in s_lists)
        {
            if (block?[list] is not { } value)
                continue;

            var known = CredentialNames.Of(document, device, path);
            foreach (var item in value is YamlSequence several ? several.Items : [value])
            {
                if (item is YamlScalar { IsNull: false } name && !Markup.IsIn(name.Text) && !known.Contains(name.Text, StringComparer.Ordinal))
                    problems.Warning("CG2016", name, $"'{list}' names '{name.Text}', and there is no such credential for '{device.Name}'{NearestName.Advice(name.Text, known)}");
            }
        }
    }

    private static void Clear(YamlEntry? entry, ProblemList problems)
    {
        if (entry is { } value && value.Key.Text.IndexOf("password", StringComparison.OrdinalIgnoreCase) >= 0)
            ClearText(value.Value, problems);
    }

    private static void ClearText(YamlNode node, ProblemList problems)
    {
        if (node is not YamlScalar { IsNull: false, Text.Length: > 0 } text || Markup.IsIn(Markup.FromOldForm(text.Text)))
            return;

        problems.Info("CG2009", text, "a password in clear text; \"%ENV{NAME}\" or \"%ASK{}\" keeps it out of the file");
    }
}

using System.Text;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>Puts values in the place of markup such as <c>%ENV{NAME}</c>, at the moment a value is used.</summary>
internal sealed class MarkupValues(TestbedDocument document, TestbedValueSources sources)
{
    private readonly Lock _once = new();
    private readonly Dictionary<(FileRange Place, string Text, int Start), YamlNode> _known = [];
    private readonly MarkupCalls _calls = new(sources.Callables);
    private bool _warned;

    /// <summary>The node with its markup replaced: a whole value by what stands for it, which may be a list or a map; within a longer text by text.</summary>
    /// <exception cref="TestbedValueException">A markup gives nothing.</exception>
    public YamlNode Resolve(YamlNode node, string key, ValueScope scope) => Resolve(node, key, scope, new ReferenceSteps());

    /// <summary>Whether a node says nothing, its markup followed. Nobody is asked for that: an answer always says something.</summary>
    /// <exception cref="TestbedValueException">A reference leads nowhere, or a function fails.</exception>
    public bool IsNothing(YamlNode node, string key, ValueScope scope)
    {
        var steps = new ReferenceSteps();
        while (node is YamlScalar { IsNull: false } scalar && Markup.Whole(scalar.Text) is { Kind: MarkupKind.Reference or MarkupKind.Callable } part)
        {
            if (!steps.Enter())
                throw scope.Wrong("CG2012", key, scalar.Range, $"'{scalar.Text}' refers to itself");

            node = part.Kind == MarkupKind.Callable ? Resolve(scalar, key, scope) : Referred(part.Argument, scalar, key, scope);
        }

        return node is YamlScalar { IsNull: true };
    }

    /// <summary>Whether somebody would be asked for a node's value, its references followed, who has not been asked yet.</summary>
    /// <exception cref="TestbedValueException">A reference leads nowhere.</exception>
    public bool WouldAsk(YamlNode node, string key, ValueScope scope) => WouldAsk(node, key, scope, new ReferenceSteps());

    private bool WouldAsk(YamlNode node, string key, ValueScope scope, ReferenceSteps steps)
    {
        if (node is not YamlScalar scalar || !Markup.IsIn(scalar.Text))
            return false;

        if (!steps.Enter())
            throw scope.Wrong("CG2012", key, scalar.Range, $"'{scalar.Text}' refers to itself");

        var would = Markup.Find(scalar.Text).Any(part => part.Kind switch
        {
            MarkupKind.Ask => !IsKnown(part, scalar),
            MarkupKind.Reference => WouldAsk(Referred(part.Argument, scalar, key, scope), key, scope, steps),
            _ => false,
        });
        steps.Leave();
        return would;
    }

    private bool IsKnown(MarkupPart part, YamlScalar scalar)
    {
        lock (_once)
            return _known.ContainsKey((scalar.Range, scalar.Text, part.Start));
    }

    private YamlNode Resolve(YamlNode node, string key, ValueScope scope, ReferenceSteps steps)
    {
        if (node is not YamlScalar scalar || !Markup.IsIn(scalar.Text))
            return node;

        if (!steps.Enter())
            throw scope.Wrong("CG2012", key, scalar.Range, $"'{scalar.Text}' refers to itself");

        var text = new StringBuilder();
        var copied = 0;
        foreach (var part in Markup.Find(scalar.Text))
        {
            var value = ValueOf(part, scalar, key, scope, steps);
            if (part.Length == scalar.Text.Length)
            {
                steps.Leave();
                return value;
            }

            text.Append(scalar.Text, copied, part.Start - copied).Append(TextOf(value, part, scalar, key, scope));
            copied = part.Start + part.Length;
            if (text.Length > ReferenceSteps.LongestText)
                throw scope.Wrong("CG2012", key, scalar.Range, $"'{key}'{scope.Owner} stands for more than {ReferenceSteps.LongestText} characters");
        }

        steps.Leave();
        return scalar.WithText(text.Append(scalar.Text, copied, scalar.Text.Length - copied).ToString());
    }

    private static string TextOf(YamlNode value, MarkupPart part, YamlScalar scalar, string key, ValueScope scope) => value switch
    {
        YamlScalar { IsNull: true } => "",
        YamlScalar single => single.Text,
        _ => throw scope.Wrong("CG2012", key, scalar.Range, $"'%{part.Name}{{{part.Argument}}}' within a text must be a single value; it is a list or a map"),
    };

    private YamlNode ValueOf(MarkupPart part, YamlScalar scalar, string key, ValueScope scope, ReferenceSteps steps) => part.Kind switch
    {
        MarkupKind.Unknown => scalar.WithText(scalar.Text.Substring(part.Start, part.Length)),
        MarkupKind.Reference => Resolve(Referred(part.Argument, scalar, key, scope), key, scope, steps),
        MarkupKind.Environment => scalar.WithText(Environment(part, scalar, key, scope)),
        MarkupKind.Ask => Once(part, scalar, () => scalar.WithText(Answer(part, scalar, key, scope))),
        MarkupKind.Encoded => scalar.WithText(Decoded(EncodedText.Parse(part.Argument), scalar, key, scope)),
        MarkupKind.CommandLine => CommandLine(part, scalar),
        MarkupKind.Callable => Once(part, scalar, () => Called(part, scalar, key, scope)),
        MarkupKind.Interface => scalar.WithText(Interface(part.Argument, scalar, key, scope)),
        _ => throw scope.Wrong("CG2012", key, scalar.Range, $"'%{part.Name}{{{part.Argument}}}' stands where it has no meaning: it gives a whole value"),
    };

    private YamlNode Once(MarkupPart part, YamlScalar scalar, Func<YamlNode> find)
    {
        // one question or call at a time, and each once
        lock (_once)
        {
            var place = (scalar.Range, scalar.Text, part.Start);
            return _known.TryGetValue(place, out var known) ? known : _known[place] = find();
        }
    }

    private string Environment(MarkupPart part, YamlScalar scalar, string key, ValueScope scope)
    {
        var name = part.FirstArgument;
        if (sources.Environment(name) is { } value)
            return value;

        foreach (var source in sources.Secrets)
        {
            if (source.Find(name) is { } secret)
                return secret.Reveal();
        }

        return part.SecondArgument ?? throw scope.Wrong("CG2012", key, scalar.Range,
            $"the environment variable '{name}', which '{key}'{scope.Owner} is taken from, is not set{(sources.Secrets.Count > 0 ? ", and no secret source has it" : "")}; set it, or write %ENV{{{name}, default}}");
    }

    private string Answer(MarkupPart part, YamlScalar scalar, string key, ValueScope scope)
    {
        var question = part.Argument.Length > 0 ? part.Argument : $"{key}{scope.Owner}";
        return sources.Ask?.Invoke(new TestbedQuestion(question, scope.HoldsSecrets || WrongValue.IsSecret(key), key, scope.Device?.Name, scope.Path?.Name))
            ?? throw scope.Wrong("CG2012", key, scalar.Range, $"'{key}'{scope.Owner} is to be asked for (\"{question}\"), and there is nobody to ask; set TestbedOptions.Ask");
    }

    private string Decoded(EncodedText encoded, YamlScalar scalar, string key, ValueScope scope)
    {
        var encoding = sources.Encodings.Usual;
        if (encoded.Prefix is { } prefix && !sources.Encodings.ByPrefix.TryGetValue(prefix, out encoding))
            throw scope.Wrong("CG2012", key, scalar.Range, $"'{key}'{scope.Owner} is encoded with the prefix '{prefix}', which TestbedOptions.SecretEncodings does not have{NearestName.Advice(prefix, [.. sources.Encodings.ByPrefix.Keys])}");

        if (encoding is ObscuringEncoding { HasUsualKey: true } && !Interlocked.Exchange(ref _warned, true))
            Log.UsualKey(sources.Logger, document.File);

        try
        {
            return encoding.Decode(encoded.Text).Reveal();
        }
        catch (SecretEncodingException error)
        {
            throw scope.Wrong("CG2012", key, scalar.Range, $"'{key}'{scope.Owner} cannot be decoded: {error.Message}", error);
        }
    }

    private YamlNode CommandLine(MarkupPart part, YamlScalar scalar)
    {
        if (CommandLineArguments.Values(sources.Arguments, part.FirstArgument) is { } given)
            return given.Count switch { 0 => scalar.WithText("true"), 1 => scalar.WithText(given[0]), _ => NodeValues.ToNode(given, scalar) };

        var texts = CommandLineDefault.Of(part, out var isList);
        return isList ? NodeValues.ToNode(texts, scalar) : scalar.WithText(texts?[0] ?? "");
    }

    private YamlNode Called(MarkupPart part, YamlScalar scalar, string key, ValueScope scope)
    {
        TestbedValueException Wrong(string problem, Exception? inner) => scope.Wrong("CG2012", key, scalar.Range, problem, inner);

        return MarkupCall.Parse(part.Argument) is { } call
            ? _calls.Call(scalar, call, Wrong)
            : throw Wrong($"'%CALLABLE{{{part.Argument}}}' has another form than name, name(a, b) or name(a='b')", null);
    }

    private YamlNode Referred(string reference, YamlScalar scalar, string key, ValueScope scope)
    {
        var target = MarkupReference.Find(document, scope.Device, reference, scalar)
            ?? throw scope.Wrong("CG2012", key, scalar.Range, $"'%{{{reference}}}' names nothing in {document.File}");
        return target is YamlScalar || !Holds(target, scalar)
            ? target
            : throw scope.Wrong("CG2012", key, scalar.Range, $"'%{{{reference}}}' stands for what it stands in itself");
    }

    // other blocks are in place since the file was loaded, so that this is seldom asked
    private static bool Holds(YamlNode node, YamlScalar sought) => node switch
    {
        YamlSequence list => list.Items.Any(item => Holds(item, sought)),
        YamlMapping map => map.Entries.Any(entry => Holds(entry.Value, sought)),
        _ => ReferenceEquals(node, sought),
    };

    private string Interface(string alias, YamlScalar scalar, string key, ValueScope scope) =>
        (scope.Device is { } device ? MarkupReference.InterfaceByAlias(document, device, alias) : null)
        ?? throw scope.Wrong("CG2012", key, scalar.Range, $"'%INTF{{{alias}}}' names no interface{scope.Owner}");
}

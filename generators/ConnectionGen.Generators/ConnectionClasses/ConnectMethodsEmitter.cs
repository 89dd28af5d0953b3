using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Generators;

/// <summary>The methods on devices that make and open connections of one class, with its arguments typed.</summary>
internal static class ConnectMethodsEmitter
{
    private const string Token = "global::System.Threading.CancellationToken";

    private static readonly string[] s_own = ["device", "poolSize", "alias", "via", "poolTimeout", "cancellationToken"];

    public static void Emit(SourceWriter writer, ConnectionClassModel model)
    {
        var type = model.Declaration.FullName;
        writer.Gap();
        writer.Line($"/// <summary>Makes and opens connections of the class <see cref=\"{type}\"/> with typed arguments.</summary>");
        if (model.Obsolete is { } obsolete)
        {
            writer.Line(obsolete);
        }

        writer.Line(CSharpText.GeneratedCode);
        writer.Line($"{model.Accessibility} static class {model.ExtensionsName}");
        writer.Open();
        Family(writer, model, new Result(type, model.ShortName, IsPool: false));
        if (model.SupportsPooling)
        {
            Family(writer, model, new Result($"global::ConnectionGen.ConnectionPool<{type}>", model.ShortName + "Pool", IsPool: true));
        }

        writer.Close();
    }

    private static void Family(SourceWriter writer, ConnectionClassModel model, Result result)
    {
        var manager = result.IsPool ? "Pool" : "";
        var passed = result.IsPool ? "poolSize, alias, via, poolTimeout, " : "alias, via, ";
        var arguments = model.Arguments.Select(static a => CSharpText.Parameter(CallText.Free(a.Name, s_own))).ToArray();
        var create = $"{Context(arguments)} => {model.ManagedType}.Create__({string.Join(", ", new[] { Context(arguments) }.Concat(arguments))})";
        if (arguments.Length == 0)
        {
            create = "static " + create;
        }

        var own = result.IsPool ? new[] { "device", "poolSize", "alias", "via", "poolTimeout" } : ["device", "alias", "via"];
        string[] values = [.. own, .. arguments, "cancellationToken"];

        var asynchronous = $"Connect{result.Name}Async";
        Summary(writer, model, result, "Opens");
        if (result.IsPool)
        {
            PoolParameters(writer, $"Connect{model.ShortName}Async");
        }
        else
        {
            Parameters(writer, model, arguments);
        }

        Signature(writer, model, result, arguments, $"global::System.Threading.Tasks.Task<{result.Type}> Connect{result.Name}Async", hasToken: true);
        writer.Continuation($"=> device.ConnectionManager.Connect{manager}Async<{model.Declaration.FullName}>({passed}{create}, cancellationToken);");

        writer.Gap();
        Inherited(writer, asynchronous);
        Signature(writer, model, result, arguments, $"{result.Type} Connect{result.Name}", hasToken: true);
        writer.Continuation($"=> global::ConnectionGen.Blocking.Run({CallText.Pack(values)}, static s => Connect{result.Name}Async({string.Join(", ", CallText.Unpack(values, "s"))}));");

        Summary(writer, model, result, "Makes, unopened,");
        Inherited(writer, asynchronous, "/param");
        Signature(writer, model, result, arguments, $"{result.Type} Instantiate{result.Name}", hasToken: false);
        writer.Continuation($"=> device.ConnectionManager.Instantiate{manager}<{model.Declaration.FullName}>({passed}{create});");
    }

    private static string Context(string[] arguments) => CallText.Free("context", arguments);

    private static void Signature(SourceWriter writer, ConnectionClassModel model, Result result, string[] arguments, string head, bool hasToken)
    {
        var parameters = new List<string> { "this global::ConnectionGen.Device device" };
        if (result.IsPool)
        {
            parameters.Add("int poolSize");
        }

        parameters.Add("[global::ConnectionGen.ConnectionAlias] string? alias = null");
        parameters.Add("[global::ConnectionGen.ViaPath] string? via = null");
        if (result.IsPool)
        {
            parameters.Add("global::System.TimeSpan? poolTimeout = null");
        }

        parameters.AddRange(model.Arguments.Select((a, i) => $"{a.OptionalType} {arguments[i]} = null"));
        if (hasToken)
        {
            parameters.Add(Token + " cancellationToken = default");
        }

        writer.Line($"public static {head}({string.Join(", ", parameters)})");
    }

    private static void Summary(SourceWriter writer, ConnectionClassModel model, Result result, string verb)
    {
        writer.Gap();
        writer.Line($"/// <summary>{verb} a {(result.IsPool ? "pool of connections" : "connection")} of the class <see cref=\"{model.Declaration.FullName}\"/>; an argument that is not given comes from the testbed, else from the class.</summary>");
    }

    // written once a class: the compiler reads all of it
    private static void Parameters(SourceWriter writer, ConnectionClassModel model, string[] arguments)
    {
        writer.Line("/// <param name=\"device\">The device.</param>");
        writer.Line("/// <param name=\"alias\">The name that it gets on its device; the default alias unless given.</param>");
        writer.Line("/// <param name=\"via\">The path to use; the testbed's choice unless given.</param>");
        for (var i = 0; i < arguments.Length; i++)
        {
            var from = $"<inheritdoc cref=\"{model.ConstructorDocumentationId}\" path=\"/param[@name='{model.Arguments[i].Name}']/node()\"/>";
            writer.Line($"/// <param name=\"{arguments[i].TrimStart('@')}\">{from} In testbed files <c>{CSharpText.Documentation(model.Arguments[i].Key)}</c>.</param>");
        }

        writer.Line("/// <param name=\"cancellationToken\">Gives up connecting.</param>");
    }

    private static void PoolParameters(SourceWriter writer, string single)
    {
        writer.Line("/// <param name=\"poolSize\">How many connections the pool has.</param>");
        writer.Line("/// <param name=\"poolTimeout\">The longest wait for a free connection.</param>");
        Inherited(writer, single, "/param");
    }

    private static void Inherited(SourceWriter writer, string from, string? path = null) =>
        writer.Line($"/// <inheritdoc cref=\"{from}\"{(path is null ? "" : $" path=\"{path}\"")}/>");

    private sealed record Result(string Type, string Name, bool IsPool);
}

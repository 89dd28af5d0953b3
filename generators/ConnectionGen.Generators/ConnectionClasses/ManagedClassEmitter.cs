using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Generators;

/// <summary>The second part of a connection class: its factory, and the nested class whose overrides go through the one point where calls are guarded.</summary>
internal static class ManagedClassEmitter
{
    private const string Context = "global::ConnectionGen.ConnectionContext context__";

    public static SourceText Emit(ConnectionClassModel model)
    {
        var writer = SourceWriter.File();
        var self = model.Declaration.FullName;
        model.Declaration.OpenNamespace(writer);
        model.Declaration.OpenEnclosing(writer);
        writer.Line($"partial class {CSharpText.Identifier(model.Declaration.Name)} : global::ConnectionGen.IConnectionClass<{self}>");
        writer.Open();
        writer.Line($"static global::ConnectionGen.ConnectionClassInfo global::ConnectionGen.IConnectionClass<{self}>.Info => {model.ManagedType}.Info__;");
        writer.Gap();
        writer.Line($"static {self} global::ConnectionGen.IConnectionClass<{self}>.Create(global::ConnectionGen.ConnectionContext context)");
        writer.Continuation($"=> {FromTestbed(model, "context")};");
        writer.Gap();
        Managed(writer, model);
        writer.Close();
        model.Declaration.CloseEnclosing(writer);
        ConnectMethodsEmitter.Emit(writer, model);
        model.Declaration.CloseNamespace(writer);
        return writer.ToSourceText();
    }

    private static string FromTestbed(ConnectionClassModel model, string context) =>
        $"{model.ManagedType}.Create__({string.Join(", ", model.Arguments.Select(static _ => "null").Prepend(context))})";

    private static void Managed(SourceWriter writer, ConnectionClassModel model)
    {
        var names = model.Arguments.Select(static a => CSharpText.Parameter(a.Name)).ToArray();
        var self = model.Declaration.FullName;
        if (model.Obsolete is { } obsolete)
        {
            writer.Line(obsolete);
        }

        writer.Line(CSharpText.GeneratedCode);
        writer.Line(CSharpText.HideFromEditor);
        writer.Line($"internal sealed class {model.ManagedName} : {self}");
        writer.Open();
        var arguments = model.Arguments.Count == 0 ? "" : $", arguments: [{string.Join(", ", model.WrittenArguments.Select(CSharpText.Text))}]";
        writer.Line("internal static readonly global::ConnectionGen.ConnectionClassInfo Info__ =");
        writer.Continuation($"global::ConnectionGen.ConnectionClassInfo.Of<{self}>(static context => {FromTestbed(model, "context")}, [{string.Join(", ", model.Names.Select(CSharpText.Text))}]{arguments}{model.Options});");
        writer.Gap();
        writer.Line($"private {model.ManagedName}({string.Join(", ", model.Arguments.Select((a, i) => $"{a.Type} {names[i]}").Prepend(Context))})");
        writer.Continuation($": base({string.Join(", ", names.Prepend("context__"))})");
        writer.Open();
        writer.Close();
        writer.Gap();
        writer.Line($"internal static {model.ManagedName} Create__({string.Join(", ", model.Arguments.Select((a, i) => $"{a.OptionalType} {names[i]}").Prepend(Context))})");
        writer.Continuation($"=> new({string.Join(", ", model.Arguments.Select((a, i) => Value(a, names[i])).Prepend("context__"))});");
        for (var i = 0; i < model.Services.Count; i++)
        {
            Service(writer, model, model.Services[i], i);
        }

        writer.Close();
    }

    private static string Value(ArgumentModel argument, string name) =>
        (argument.Reader is null ? name : $"{name} ?? context__.Arguments.Find({CSharpText.Text(argument.Key)})?.{argument.Reader}") + argument.Fallback;

    private static void Service(SourceWriter writer, ConnectionClassModel model, ServiceModel service, int index)
    {
        var info = $"s_{service.Name}__{index}";
        var body = service.Name + "__Base";
        var parameters = string.Join(", ", service.Parameters.Select(static p => $"{(p.IsParams ? "params " : "")}{p.Type} {p.Name}"));
        var given = service.Parameters.Where((_, i) => i != service.TokenIndex).Select(static p => p.Name).ToArray();
        var taken = new Queue<string>(CallText.Unpack(given, "args"));
        var token = service.TokenIndex < 0 ? "default" : service.Parameters[service.TokenIndex].Name;
        var call = string.Join(", ", service.Parameters.Select((_, i) => i == service.TokenIndex ? "cancellationToken" : taken.Dequeue()));

        writer.Gap();
        writer.Line($"private static readonly global::ConnectionGen.ServiceInfo {info} = new(typeof({model.Declaration.FullName}), {CSharpText.Text(service.Name)}{(service.NeedsLease ? ", needsLease: true" : "")});");
        writer.Gap();
        writer.Line("/// <inheritdoc/>");
        if (service.Obsolete is { } obsolete)
        {
            writer.Line(obsolete);
        }

        writer.Line($"public sealed override {service.ReturnType} {CSharpText.Identifier(service.Name)}({parameters})");
        writer.Continuation($"=> {Run(service, $"this, {info}, {CallText.Pack(given)}, static (self, args, cancellationToken) => self.{body}({call})", token)};");
        writer.Gap();
        if (service.Obsolete is not null)
        {
            writer.Line("[global::System.Obsolete]");
        }

        writer.Line($"private {service.ReturnType} {body}({parameters})");
        writer.Continuation($"=> base.{CSharpText.Identifier(service.Name)}({string.Join(", ", service.Parameters.Select(static p => p.Name))});");
    }

    private static string Run(ServiceModel service, string call, string token) => (service.IsScope, service.Kind) switch
    {
        (true, ServiceKind.ValueTaskOfResult) => $"new(global::ConnectionGen.ServiceCalls.RunScope({call}.AsTask(), {token}))",
        (true, _) => $"global::ConnectionGen.ServiceCalls.RunScope({call}, {token})",
        _ => $"global::ConnectionGen.ServiceCalls.{Runner(service.Kind)}({call}, {token})",
    };

    private static string Runner(ServiceKind kind) => kind switch
    {
        ServiceKind.Void or ServiceKind.Value => "Run",
        ServiceKind.Task or ServiceKind.TaskOfResult => "RunTask",
        ServiceKind.Stream => "RunStream",
        _ => "RunValueTask",
    };
}

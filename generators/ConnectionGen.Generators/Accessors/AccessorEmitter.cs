using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Generators;

/// <summary>The methods by which services are called on devices, alias handles, pools and, blocking, on connections.</summary>
internal static class AccessorEmitter
{
    private const string Calls = "global::ConnectionGen.ServiceCalls";
    private const string Task = "global::System.Threading.Tasks.Task";

    public static SourceText? Emit(EquatableArray<AccessorModel> accessors)
    {
        if (accessors.Count == 0)
        {
            return null;
        }

        var writer = SourceWriter.File();
        // two classes may annotate one service differently
        writer.Line("#nullable disable warnings");
        writer.Gap();
        writer.Line("[global::Microsoft.CodeAnalysis.Embedded]");
        writer.Line(CSharpText.GeneratedCode);
        writer.Line("internal static class ConnectionGenServices");
        writer.Open();
        foreach (var accessor in accessors)
        {
            new Accessor(writer, accessor).Emit();
        }

        if (accessors.Any(static a => a.Kind == ServiceKind.Stream))
        {
            writer.Gap();
            writer.Line("private static async global::System.Collections.Generic.IAsyncEnumerable<T> Refused__<T>(global::System.Exception reason)");
            writer.Open();
            writer.Line($"await {Task}.FromException(reason).ConfigureAwait(false);");
            writer.Line("yield break;");
            writer.Close();
        }

        writer.Close();
        return writer.ToSourceText();
    }

    private sealed class Accessor
    {
        private readonly SourceWriter _writer;
        private readonly AccessorModel _model;
        private readonly string[] _names;
        private readonly string _token;
        private readonly string _declared;
        private readonly string _device;
        private readonly string _alias;
        private readonly string _target;
        private readonly string _connection;

        public Accessor(SourceWriter writer, AccessorModel model)
        {
            _writer = writer;
            _model = model;
            _names = [.. model.Parameters.Select(static p => p.Name)];
            _token = model.TokenIndex < 0 ? "default" : _names[model.TokenIndex];
            _declared = string.Concat(model.Parameters.Select(static p => $", {(p.IsParams ? "params " : "")}{p.Type} {p.Name}{(p.Default is null ? "" : " = " + p.Default)}"));
            _device = CallText.Free("device", _names);
            _alias = CallText.Free("alias", _names);
            _target = CallText.Free("target", _names);
            _connection = CallText.Free("connection", _names);
        }

        private bool IsValueTask => _model.Kind is ServiceKind.ValueTask or ServiceKind.ValueTaskOfResult;

        public void Emit()
        {
            Dispatch();
            OnEach(_model.Name, _model.ReturnType, isTwin: false);
            if (_model.Twin is not { } twin)
            {
                return;
            }

            if (twin.IsOnDevices)
            {
                OnEach(twin.Name, _model.ResultType, isTwin: true);
            }

            foreach (var arm in _model.Arms.Where(static a => a.IsExact))
            {
                Head(twin.Name, _model.ResultType, $"{arm.Type} {_connection}", arm.DocumentationId);
                _writer.Continuation($"=> {Blocking([_connection, .. _names], state => OwnCall(arm, state[0], state.Skip(1).ToArray()))};");
            }
        }

        private void OnEach(string name, string returnType, bool isTwin)
        {
            On("global::ConnectionGen.Device", _device, s => Choose($"{Calls}.Target({s[0]})", s[0], "null", s.Skip(1)));
            On("global::ConnectionGen.ConnectionHandle", _connection, s => Choose($"{Calls}.Target({s[0]})", s[0] + ".Device", s[0] + ".Alias", s.Skip(1)));
            foreach (var type in _model.Pools)
            {
                On($"global::ConnectionGen.ConnectionPool<{type}>", _connection, s => Choose(s[0], s[0] + ".Device", s[0] + ".Alias", s.Skip(1)));
            }

            void On(string type, string receiver, Func<IReadOnlyList<string>, string> call)
            {
                Head(name, returnType, $"{type} {receiver}");
                string[] values = [receiver, .. _names];
                _writer.Continuation($"=> {(isTwin ? Blocking(values, call) : call(values))};");
            }
        }

        private string Blocking(string[] values, Func<IReadOnlyList<string>, string> call)
        {
            var started = call(CallText.Unpack(values, "s"));
            return $"global::ConnectionGen.Blocking.Run({CallText.Pack(values)}, static s => {started}{(IsValueTask ? ".AsTask()" : "")})";
        }

        private string Choose(string target, string device, string alias, IEnumerable<string> values) =>
            $"{_model.Dispatch}({string.Join(", ", new[] { target, device, alias }.Concat(values))})";

        private void Head(string name, string returnType, string receiver, string? documentationId = null)
        {
            _writer.Gap();
            _writer.Line($"/// <inheritdoc cref=\"{documentationId ?? _model.DocumentationId}\"/>");

            if (_model.Obsolete is { } obsolete)
            {
                _writer.Line(obsolete);
            }

            if (_model.Priority != 0)
            {
                _writer.Line($"[global::System.Runtime.CompilerServices.OverloadResolutionPriority({CSharpText.Constant(_model.Priority)})]");
            }

            _writer.Line($"public static {returnType} {CSharpText.Identifier(name)}(this {receiver}{_declared})");
        }

        private void Dispatch()
        {
            _writer.Gap();
            if (_model.Obsolete is not null)
            {
                _writer.Line("[global::System.Obsolete]");
            }

            var parameters = string.Concat(_model.Parameters.Select(static p => $", {p.Type} {p.Name}"));
            _writer.Line($"private static {_model.ReturnType} {_model.Dispatch}(global::ConnectionGen.Connection? {_target}, global::ConnectionGen.Device {_device}, string? {_alias}{parameters})");
            if (_model.Kind == ServiceKind.Void)
            {
                Statements();
                return;
            }

            _writer.Continuation($"=> {_target} switch");
            _writer.Continuation("{");
            foreach (var (pattern, value) in Cases())
            {
                _writer.Continuation($"    {pattern} => {value},");
            }

            _writer.Continuation("};");
        }

        private void Statements()
        {
            _writer.Open();
            _writer.Line($"switch ({_target})");
            _writer.Open();
            foreach (var (pattern, value) in Cases())
            {
                _writer.Line(pattern == "_" ? "default:" : $"case {pattern}:");
                _writer.Continuation(value + ";");
                if (!value.StartsWith("throw ", StringComparison.Ordinal))
                {
                    _writer.Continuation("break;");
                }
            }

            _writer.Close();
            _writer.Close();
        }

        private IEnumerable<(string Pattern, string Value)> Cases()
        {
            var typed = CallText.Free("typed", _names);
            foreach (var arm in _model.Arms)
            {
                yield return ($"{arm.Type} {typed}", Arm(arm, typed));
            }

            var pool = CallText.Free("pool", _names);
            var name = CSharpText.Text(_model.Name);
            yield return ($"global::ConnectionGen.ConnectionPool {pool}", _model.NeedsLease ? Refusal($"{Calls}.RefuseWithoutLease({pool}, {name})") : OnWorker(pool));
            yield return ("_", Refusal($"{Calls}.Refuse({_target}, {_device}, {_alias}, {name})"));
        }

        private string Arm(ArmModel arm, string typed)
        {
            if (_model.IsAsync || arm.Kind is ServiceKind.Void or ServiceKind.Value)
            {
                return OwnCall(arm, typed, _names);
            }

            string[] values = [typed, .. _names];
            var state = CallText.Unpack(values, "s");
            var task = arm.Kind is ServiceKind.ValueTask or ServiceKind.ValueTaskOfResult ? ".AsTask()" : "";
            return $"global::ConnectionGen.Blocking.Run({CallText.Pack(values)}, static s => {OwnCall(arm, state[0], [.. state.Skip(1)])}{task})";
        }

        // values: what stands for each of the accessor's parameters
        private string OwnCall(ArmModel arm, string receiver, string[] values)
        {
            var arguments = arm.Arguments.Select(a => (a.Named is null ? "" : a.Named + ": ") + (Array.IndexOf(_names, a.Value) is >= 0 and var i ? values[i] : a.Value));
            return $"{receiver}.{CSharpText.Identifier(arm.Method)}({string.Join(", ", arguments)})";
        }

        private string OnWorker(string pool)
        {
            // a synchronous call has no other place for its token than the state
            var isStated = !_model.IsAsync;
            string[] values = [_device, _alias, .. _names.Where((_, i) => isStated || i != _model.TokenIndex)];
            var state = new Queue<string>(CallText.Unpack(values, "s").Skip(2));
            var given = _names.Select((_, i) => !isStated && i == _model.TokenIndex ? "token" : state.Dequeue()).ToArray();
            var call = Choose("worker", "s." + _device, "s." + _alias, given);
            var packed = CallText.Pack(values);
            return _model.Kind switch
            {
                ServiceKind.Void or ServiceKind.Value => $"{pool}.Run({packed}, static (worker, s) => {call})",
                ServiceKind.Stream => $"{pool}.RunStream({packed}, static (worker, s, token) => {call}, {_token})",
                _ when IsValueTask => $"new {_model.ReturnType}({pool}.RunAsync({packed}, static (worker, s, token) => {call}.AsTask(), {_token}))",
                _ => $"{pool}.RunAsync({packed}, static (worker, s, token) => {call}, {_token})",
            };
        }

        private string Refusal(string reason) => _model.Kind switch
        {
            ServiceKind.Task => $"{Task}.FromException({reason})",
            ServiceKind.TaskOfResult => $"{Task}.FromException<{_model.ResultType}>({reason})",
            ServiceKind.ValueTask => $"global::System.Threading.Tasks.ValueTask.FromException({reason})",
            ServiceKind.ValueTaskOfResult => $"global::System.Threading.Tasks.ValueTask.FromException<{_model.ResultType}>({reason})",
            ServiceKind.Stream => $"Refused__<{_model.ResultType}>({reason})",
            _ => $"throw {reason}",
        };
    }
}

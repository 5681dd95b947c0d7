/** The only script of the page: it shows the proposals and the kind of rows that are asked for. */
export const MATRIX_SCRIPT = `
'use strict';(function(){
var form=document.querySelector('form'),rows=[].slice.call(document.querySelectorAll('[data-row]')),all=[].slice.call(document.querySelectorAll('[data-who]'));
function apply(){
var who=[].slice.call(form.querySelectorAll('input[name=who]:checked')).map(function(box){return box.value}),show=form.querySelector('input[name=show]:checked').value;
all.forEach(function(one){one.hidden=who.length>0&&!one.dataset.who.split(' ').some(function(name){return who.indexOf(name)>=0})});
rows.forEach(function(row){row.hidden=(show!=='all'&&row.dataset.row.split(' ').indexOf(show)<0)||(who.length>0&&!row.querySelector('[data-told]:not([hidden])'))})}
form.hidden=false;form.addEventListener('change',apply);form.addEventListener('submit',function(event){event.preventDefault()});apply()})();
`.trim();
